import type { Page } from 'puppeteer-core';

/** What is painted on a page, by highlight name, in document order, without white space. Read from the page's own side. */
export function painted(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const all: Record<string, string> = {};
    for (const [name, highlight] of CSS.highlights.entries()) {
      const ranges = ([...highlight] as Range[]).sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
      const words = ranges
        .map((range) => range.toString())
        .join('')
        .replace(/\s+/g, '');
      if (words !== '') all[name] = words;
    }
    return all;
  });
}

/** What has to be painted when these passages are on view. */
export function wantedPaint(passages: { verdict: string; words: string }[]): Record<string, string> {
  const all: Record<string, string> = {};
  for (const { verdict, words } of passages) {
    const name = `counterpoint-claim-${verdict}`;
    all[name] = (all[name] ?? '') + words.replace(/\s+/g, '');
  }
  return all;
}

/** The box of the first line of the first range of a highlight, in viewport pixels. */
export async function firstLine(page: Page, name: string, index = 0): Promise<{ x: number; y: number }> {
  return page.evaluate(
    (wanted, at) => {
      const ranges = ([...(CSS.highlights.get(wanted) ?? [])] as Range[]).sort((a, b) =>
        a.compareBoundaryPoints(Range.START_TO_START, b),
      );
      const range = ranges[at];
      if (!range) throw new Error(`nothing painted as ${wanted}`);
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      const [line] = range.getClientRects();
      if (!line) throw new Error(`${wanted} has no line`);
      return { x: line.left + Math.min(12, line.width / 2), y: line.top + line.height / 2 };
    },
    name,
    index,
  );
}

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import type { Outcome } from '../../src/anchoring/outcome';
import { resolveAll } from '../../src/anchoring/resolve';
import { shortestExcerpt } from '../../src/anchoring/shortest-excerpt';
import { indexText } from '../../src/anchoring/text-index';
import { readClaimFile } from '../../src/claims/read-claim-file';
import { excerptsFile } from '../../src/claims/schema';
import type { Excerpt, Span } from '../../src/core/quote';
import { readArticlePage } from './article-page';

/** Looks for each excerpt of a claim file in the article's text; fails when one does not stand there, or stands twice. */
export function anchorFile(args: string[]): void {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { passage: { type: 'string' } },
  });
  const pagePath = positionals.at(-1);
  const [filePath] = positionals;
  if (!pagePath || !filePath || (values.passage === undefined && positionals.length < 2)) {
    throw new Error('Say which: npm run claims -- anchor FILE PAGE, or anchor --passage "WORDS" PAGE');
  }
  const text = readArticlePage(pagePath).paragraphs.join('\n');
  if (values.passage !== undefined) {
    proposeFor(values.passage, text);
    return;
  }
  const faults: string[] = [];
  const file = readClaimFile({ path: filePath, text: readFileSync(filePath, 'utf8') }, excerptsFile, faults);
  if (!file) throw new Error(faults.join('\n'));
  const { claims } = file.content;
  const outcomes = resolveAll(
    indexText(text),
    claims.map(({ excerpt }) => excerpt),
  );
  let missing = 0;
  for (const [i, { id, excerpt }] of claims.entries()) {
    const outcome = outcomes[i] as Outcome;
    const at = file.at(['claims', i, 'excerpt']);
    if (outcome.kind !== 'found') missing++;
    console.log(`${at}: ${id}: ${said(outcome)}`);
    if (outcome.kind !== 'missing') propose(excerpt, outcome.span, text);
  }
  console.log(missing === 0 ? `All ${claims.length} stand.` : `${missing} of ${claims.length} do not stand.`);
  if (missing > 0) process.exitCode = 1;
}

function said(outcome: Outcome): string {
  if (outcome.kind === 'found') return 'found';
  if (outcome.kind === 'missing') {
    return outcome.reason === 'ambiguous' ? 'stands in more than one place' : 'is not in the article';
  }
  const changes = outcome.changes.map(({ was, now }) => `“${was}” is now “${now}”`).join(', ');
  return `the article was edited since: ${changes}`;
}

/** Prints the fewest words for a span, unless these are the ones the excerpt has. */
function propose(excerpt: Excerpt, span: Span, text: string): void {
  const shortest = shortestExcerpt(text, span);
  if (shortest && JSON.stringify(shortest) !== JSON.stringify(inOrder(excerpt))) console.log(indent(print(shortest)));
}

function proposeFor(passage: string, text: string): void {
  const [outcome] = resolveAll(indexText(text), [{ exact: passage, prefix: '', suffix: '' }]) as [Outcome];
  if (outcome.kind !== 'found') throw new Error(`This passage ${said(outcome)}.`);
  const shortest = shortestExcerpt(text, outcome.span);
  if (!shortest) throw new Error('No twelve words tell this passage from others of the article.');
  console.log(print(shortest));
}

const inOrder = ({ prefix, start, end, suffix }: Excerpt): Excerpt => ({ prefix, start, end, suffix });

function print(excerpt: Excerpt): string {
  const parts = Object.fromEntries(Object.entries(excerpt).filter(([, words]) => words !== ''));
  return stringify({ excerpt: parts }, { lineWidth: 0 }).trim();
}

const indent = (lines: string): string => lines.replace(/^/gm, '    ');

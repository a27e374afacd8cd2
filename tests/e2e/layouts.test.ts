import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasRealTexts, longArticle, testArticles } from '../pages/article';
import { type Layout, siteLayouts, unknownLayouts } from '../pages/builder';
import { painted, wantedPaint } from '../support/painted';
import { BROWSERS, placed, startSession, type TestSession } from '../support/session';
import { WHOLE } from '../support/whole';

if (!hasRealTexts) {
  console.warn(
    'SKIPPED: the real articles (../shared/articles) are not here; layouts are tried with our own prose only.',
  );
}

describe.each(BROWSERS)('every claim is painted from its first to its last word, and nothing else is: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  for (const article of testArticles) {
    for (const [i, layout] of [...siteLayouts, ...unknownLayouts].entries()) {
      // How a page is built is read alike in both: Firefox is given each third of them, for the way it hides and measures.
      if (kind === 'firefox' && i % 3 > 0 && !WHOLE) continue;
      it(`${article.published?.slice(0, 4)}, ${article.text}, ${layout.name}`, async () => {
        const page = await session.open(article.url, layout.build(article));
        const state = await session.reading(page, (seen) => placed(seen, 'found').length === article.passages.length);
        expect(state.partlyShown).toBe(false);
        expect(await painted(page)).toEqual(wantedPaint(article.passages));
        await page.close();
      });
    }
  }

  it('a page of 60,000 words', async () => {
    const article = longArticle(60_000);
    const page = await session.open(article.url, (siteLayouts[0] as Layout).build(article));
    await session.reading(page, (seen) => placed(seen, 'found').length === article.passages.length);
    expect(await painted(page)).toEqual(wantedPaint(article.passages));
    await page.close();
  });
});

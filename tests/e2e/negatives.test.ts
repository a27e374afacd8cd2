import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstArticle } from '../pages/article';
import { siteLayouts } from '../pages/builder';
import { painted } from '../support/painted';
import { BROWSERS, startSession, type TestSession } from '../support/session';

const html = siteLayouts[0]?.build(firstArticle) ?? '';
const path = new URL(firstArticle.url).pathname;

/** Addresses and pages that are no article of The Diplomat, though they carry its text, its headline or its look. */
const NO_ARTICLES: { name: string; url: string; html: string }[] = [
  { name: 'a mirror', url: `https://diplomat-mirror.test${path}`, html },
  { name: 'a look-alike host', url: `https://thediplomat.com.evil.test${path}`, html },
  { name: 'the magazine', url: `https://magazine.thediplomat.com${path}`, html },
  { name: 'the front page', url: 'https://thediplomat.com/', html },
  { name: 'a month archive', url: 'https://thediplomat.com/2022/11/page/2', html },
  { name: 'a day archive', url: 'https://thediplomat.com/2022/11/12/', html },
  { name: 'a topic', url: 'https://thediplomat.com/topics/diplomacy/', html },
  { name: 'a tag that begins like a year', url: 'https://thediplomat.com/2022/', html },
  {
    name: 'a challenge page',
    url: firstArticle.url,
    html: '<!doctype html><title>Just a moment...</title><h1>thediplomat.com</h1><p>Checking if the site connection is secure.</p><form id="challenge-form"><p>thediplomat.com needs to review the security of your connection before proceeding. This will take a moment, and then another moment, and perhaps one more after that, until all is well and the page comes by itself.</p></form>',
  },
  {
    name: 'a list at an address like an article’s',
    url: 'https://thediplomat.com/2022/11/all-our-stories/',
    html: `<!doctype html><title>Stories</title><h1>All our stories of the month</h1><main>${'<div class="teaser"><h2><a href="/2022/11/x/">A headline that leads elsewhere and is rather long</a></h2><p><a href="/2022/11/x/">A teaser that is all link, from its first word to its last, and says little.</a></p></div>'.repeat(20)}</main>`,
  },
  {
    name: 'an article’s address with nothing to read',
    url: 'https://thediplomat.com/2022/11/not-there/',
    html: '<!doctype html><title>Page not found</title><body class="error404"><h1>Page not found on this site</h1><p>It may have moved.</p>',
  },
];

describe.each(BROWSERS)('pages that are no article stay as they are: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  it.each(NO_ARTICLES)('$name', async ({ url, html: body }) => {
    const page = await session.open(url, body);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await painted(page)).toEqual({});
    expect(await page.evaluate(() => document.querySelector('counterpoint-companion'))).toBeNull();
    await page.close();
  });

  it('the same page at the article’s own address is painted', async () => {
    const page = await session.open(firstArticle.url, html);
    await session.reading(page, (state) => state.article !== null);
    expect(Object.keys(await painted(page)).length).toBeGreaterThan(0);
    await page.close();
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { ArticleText } from '../../scripts/site/layout';
import type { StoredArticle } from '../../src/claims/database';
import { readClaimDatabase } from '../../src/claims/vite-plugin';
import { sentence } from './prose';

/** An article to build pages of, and what has to be painted on them. */
export interface TestArticle extends ArticleText {
  /** Which text this is: our own prose around the excerpts, or the real one. */
  text: 'own prose' | 'real text';
  /** The passages by claim, in the order in which the claims stand. */
  passages: { id: string; verdict: string; words: string }[];
}

const SHARED = '../shared/articles';

/** Whether the real articles' texts are at hand: they are not ours and not in the repository. */
export const hasRealTexts = existsSync(SHARED);

const database = readClaimDatabase();

/** Every article of the database in our own prose, and in the real text where that is at hand. */
export const testArticles: TestArticle[] = database.articles.flatMap((article) => [
  inOwnProse(article),
  ...inRealText(article),
]);

/** The first article of the database, in our own prose. */
export const firstArticle = inOwnProse(database.articles[0] as StoredArticle);

/** The first article with so many words of our own prose around its paragraphs. */
export function longArticle(words: number): TestArticle {
  let n = 1000;
  const each = words / (firstArticle.paragraphs.length + 1);
  const prose = (): string[] => {
    const paragraphs: string[] = [];
    for (let count = 0; count < each; count += paragraphs.at(-1)?.split(' ').length ?? 1)
      paragraphs.push(Array.from({ length: 4 }, () => sentence(n++)).join(' '));
    return paragraphs;
  };
  return { ...firstArticle, paragraphs: [...firstArticle.paragraphs.flatMap((own) => [...prose(), own]), ...prose()] };
}

/** The article with every claim's passage made of its first words, our own sentences, and its last words. */
export function inOwnProse(article: StoredArticle): TestArticle {
  const passages: TestArticle['passages'] = [];
  const paragraphs = article.claims.map(({ id, assessment, excerpt }, i) => {
    const overlap = overlapOf(excerpt.start, excerpt.end);
    const words = overlap
      ? excerpt.start + excerpt.end.slice(overlap)
      : `${excerpt.start} ${sentence(3 * i).toLowerCase()} ${excerpt.end}`;
    passages.push({ id, verdict: assessment.verdict, words });
    return [sentence(3 * i + 1), excerpt.prefix, words, excerpt.suffix, sentence(3 * i + 2)].filter(Boolean).join(' ');
  });
  return {
    text: 'own prose',
    url: article.url,
    headline: article.headline,
    lead: 'A lead that is no part of the body.',
    author: article.author,
    published: article.published,
    sectionLine: 'Harbor | Ledger | Coast',
    credit: 'Credit: Nobody',
    paragraphs,
    after: ['Dreaming of a harbor?', 'Find your pier'],
    passages,
  };
}

/** Characters that the end of `start` shares with the beginning of `end`. */
function overlapOf(start: string, end: string): number {
  for (let n = Math.min(start.length, end.length); n > 3; n--) if (start.endsWith(end.slice(0, n))) return n;
  return 0;
}

function inRealText(article: StoredArticle): TestArticle[] {
  const files = hasRealTexts ? readdirSync(SHARED).filter((name) => name.endsWith('.json')) : [];
  const texts = files.map((name) => JSON.parse(readFileSync(`${SHARED}/${name}`, 'utf8')) as ArticleText);
  const text = texts.find(({ url }) => url === article.url);
  if (!text) return [];
  const plain = (words: string) => words.replaceAll('\u00a0', ' ');
  const passages = article.claims.map(({ id, assessment, excerpt }) => {
    for (const paragraph of text.paragraphs.map(plain)) {
      const from = paragraph.indexOf(plain(`${excerpt.prefix} ${excerpt.start}`.trim()));
      if (from < 0) continue;
      const start = paragraph.indexOf(plain(excerpt.start), from);
      const end = paragraph.indexOf(plain(excerpt.end), start);
      if (end >= 0) return { id, verdict: assessment.verdict, words: paragraph.slice(start, end + excerpt.end.length) };
    }
    throw new Error(`${article.url}: no passage for the claim ${id}`);
  });
  return [{ ...text, text: 'real text', passages }];
}

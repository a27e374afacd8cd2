import type { ReadArticle } from '../core/annotation';
import { library } from './library';

/**
 * Notes that an article was opened; `lastRead` moves, everything else is as the page has it now. An author it no longer
 * names is kept.
 */
export function recordReading(article: ReadArticle): Promise<void> {
  return library.transaction('rw', library.articles, async () => {
    const { author } = (await library.articles.get(article.key)) ?? {};
    await library.articles.put({ ...(author !== undefined && { author }), ...article });
  });
}

/** The keys under which notes on this article may stand: its own, and those of the same headline at former addresses. */
export async function articleKeysOf(key: string, headlineFold: string): Promise<string[]> {
  if (headlineFold === '') return [key];
  const namesakes = await library.articles.where('headlineFold').equals(headlineFold).primaryKeys();
  return [...new Set([key, ...namesakes])];
}

export const articleByKey = (key: string): Promise<ReadArticle | undefined> => library.articles.get(key);

/** Those of these articles that were opened on this machine. */
export const articlesByKey = async (keys: string[]): Promise<ReadArticle[]> =>
  (await library.articles.bulkGet(keys)).filter((article) => article !== undefined);

/** The articles opened last, newest first. */
export const recentArticles = (count: number): Promise<ReadArticle[]> =>
  library.articles.orderBy('lastRead').reverse().limit(count).toArray();

export const allArticles = (): Promise<ReadArticle[]> => library.articles.toArray();

import { urlOf } from '../core/address';
import type { Annotation, ReadArticle } from '../core/annotation';
import { type Content, emptyContent } from '../store/rows';

/** An article and what the reader keeps of it: what the formats for other programs write. */
export interface ArticleNotes {
  key: string;
  url: string;
  /** Empty when the article is not known. */
  headline: string;
  annotations: Annotation[];
}

/**
 * The part of a library that an export is to hold.
 * @param ids of annotations; `null` is everything, the bin and the settings included
 */
export function chosenContent(content: Content, ids: ReadonlySet<string> | null): Content {
  if (ids === null) return content;
  const annotations = content.annotations.filter(({ id }) => ids.has(id));
  const keys = new Set(annotations.map(({ articleKey }) => articleKey));
  return { ...emptyContent(), annotations, articles: content.articles.filter(({ key }) => keys.has(key)) };
}

/** What stands (not the bin) by article, articles by key, annotations by time: a fixed order, for equal files. */
export function notesByArticle({ annotations, articles }: Content): ArticleNotes[] {
  const known = new Map<string, ReadArticle>(articles.map((article) => [article.key, article]));
  const groups = new Map<string, ArticleNotes>();
  const standing = annotations.filter(({ deleted }) => deleted === null);
  for (const annotation of standing.sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1))) {
    const key = annotation.articleKey;
    const article = known.get(key);
    const group = groups.get(key) ?? {
      key,
      url: article?.url ?? urlOf(key),
      headline: article?.headline ?? '',
      annotations: [],
    };
    group.annotations.push(annotation);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Told, while a file is written, how many of how many of its rows are. */
export type Told = (done: number, of: number) => void;

/** Rows written between two tellings. */
const STEP = 250;

/** Counts rows as they are written. @returns what to call after each */
export function counting(of: number, told: Told = () => {}): () => void {
  let done = 0;
  return () => {
    if (++done % STEP === 0 || done === of) told(done, of);
  };
}

/** Writes every note that stands, article by article, in the order of notesByArticle. @param write is told which of its article a note is, from 1 */
export function writeNotes<Piece>(
  content: Content,
  write: (note: Annotation, article: ArticleNotes, nth: number) => Piece,
  told?: Told,
): { article: ArticleNotes; pieces: Piece[] }[] {
  const articles = notesByArticle(content);
  const written = counting(
    articles.reduce((sum, { annotations }) => sum + annotations.length, 0),
    told,
  );
  return articles.map((article) => ({
    article,
    pieces: article.annotations.map((note, i) => {
      const piece = write(note, article, i + 1);
      written();
      return piece;
    }),
  }));
}

/** The words an annotation stands on, or the claim's statement. */
export const wordsOf = ({ target }: Annotation): string =>
  target.kind === 'words' ? target.quote.exact : target.statement;

/** A moment (milliseconds since 1970) as ISO 8601 in UTC. */
export const isoTime = (time: number): string => new Date(time).toISOString();

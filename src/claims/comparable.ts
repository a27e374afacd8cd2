import type { Comparable } from '../echoes/echo';
import type { StoredArticle } from './database';

/** An article's claims as echoes compare them. */
export const comparable = ({ claims, headline }: StoredArticle): Comparable[] =>
  claims.map(({ statement, label, cues, excerpt }) => ({ statement, label, cues, excerpt, headline }));

import { isArticleKey, LONGEST_KEY } from '../core/address';

/**
 * The name on the server of what a room holds of an article; with an empty key, of nothing: there it is tried whether an
 * invitation holds.
 * @returns `null` for what is no article of The Diplomat: other pages are nobody's business
 */
export const documentName = (room: string, articleKey: string): string | null =>
  isArticleKey(articleKey) && articleKey.length <= LONGEST_KEY ? `${room}/${articleKey}` : null;

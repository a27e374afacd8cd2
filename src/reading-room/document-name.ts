import { isArticleKey, LONGEST_KEY } from '../core/address';

/** What stands in place of an article: there it is tried whether an invitation holds. */
export const DOOR = 'door';

/** What a room may read: articles of The Diplomat. Other pages are nobody's business. */
export const isForRooms = (articleKey: string): boolean => isArticleKey(articleKey) && articleKey.length <= LONGEST_KEY;

/** The name on the server of what a room holds of an article, which tells it not which. @param name see seal.ts */
export const documentName = (room: string, name: string): string => `${room}/${name}`;

/** Of a document's name in this room what comes after the room's; `null` for what documentName() never says. */
export function nameIn(room: string, name: string): string | null {
  const rest = name.startsWith(`${room}/`) ? name.slice(room.length + 1) : '';
  return rest === DOOR || /^[\w-]{43}$/.test(rest) ? rest : null;
}

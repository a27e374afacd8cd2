import type { SharedWords } from '../core/shared-words';
import type { MemberNotes } from './shelf';

/** As many of a room are looked for on the page. */
const MOST = 500;

/** The id under which a member's note is known beside the reader's own. */
export const sharedId = (member: string, id: string): string => `${member}/${id}`;

/** What of a room stands on words of the article: notes on claims do not. */
export function wordsOn(others: MemberNotes[]): SharedWords[] {
  const words = others.flatMap(({ member, name, notes }) =>
    notes.flatMap(({ id, target, color, note }): SharedWords[] =>
      target.kind === 'words' ? [{ id: sharedId(member, id), name, color, note, quote: target.quote }] : [],
    ),
  );
  return words.slice(0, MOST);
}

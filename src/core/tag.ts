/** The longest tag, in characters. */
const LONGEST = 100;

/** A tag as it is kept: no `#` in front, single spaces, no quotation marks (they would end it in a search); `null` when nothing is left. */
export function cleanTag(typed: string): string | null {
  const tag = typed
    .normalize('NFC')
    .replace(/["\p{Cc}]/gu, ' ')
    .replace(/^[\s#]+/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .trim();
  return tag === '' ? null : tag;
}

/** Tags with one more, unless it is there already in another case. */
export const withTag = (tags: string[], tag: string): string[] =>
  tags.some((kept) => sameTag(kept, tag)) ? tags : [...tags, tag];

/** Whether two tags are one to the reader: case does not count. */
export const sameTag = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

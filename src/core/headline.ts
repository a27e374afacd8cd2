/**
 * A headline reduced to what stays when an editor or a template changes its dress: letters and digits in lower
 * case, without diacritics, spaces and punctuation ("U.S.–Vietnam" and "US-Vietnam" are one).
 * Empty when fewer than three words stand in it: too little to know an article by.
 */
export function foldHeadline(headline: string): string {
  const words = headline.trim().split(/\s+/u);
  if (words.length < 3) return '';
  return headline
    .normalize('NFKD')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

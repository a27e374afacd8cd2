import type { Place } from '../core/place';

/** "16 claims, 14 found, 2 in the part not shown": where an article's claims are, as far as the page has told. */
export function placesInWords(places: (Place | null)[]): string {
  const count = (wanted: Place) => places.filter((place) => place === wanted).length;
  const parts = [places.length === 1 ? '1 claim' : `${places.length} claims`];
  if (places.some((place) => place !== null)) {
    parts.push(`${count('found')} found`);
    if (count('not shown') > 0) parts.push(`${count('not shown')} in the part not shown`);
    if (count('not found') > 0) parts.push(`${count('not found')} not found`);
  }
  return parts.join(', ');
}

/** What is said of a single claim or note whose words are not on view. */
export const PLACE_NAMES: Record<Place, string | null> = {
  found: null,
  'not shown': 'in the part not shown',
  'not found': 'not found on this page',
};

import type { Place } from '../core/place';
import { counted, t } from '../i18n/messages';

/** "16 claims, 14 found, 2 in the part not shown": where an article's claims are, as far as the page has told. */
export function placesInWords(places: (Place | null)[]): string {
  const count = (wanted: Place) => places.filter((place) => place === wanted).length;
  const parts = [counted('claims', places.length)];
  if (places.some((place) => place !== null)) {
    parts.push(t('claims_found', { count: count('found') }));
    if (count('not shown') > 0) parts.push(t('claims_not_shown', { count: count('not shown') }));
    if (count('not found') > 0) parts.push(t('claims_not_found', { count: count('not found') }));
  }
  return parts.join(t('list_comma'));
}

/** What is said of a single claim or note whose words are not on view; `null` of one that is. */
export function placeName(place: Place): string | null {
  if (place === 'found') return null;
  return t(place === 'not shown' ? 'place_not_shown' : 'place_not_found');
}

import { originName } from '../core/claim';
import type { Mark } from './mark';

/** The claims of other origins on a claim's words, in reading order: who speaks of the same passage, and says what. */
export function besides(mark: Mark, claims: readonly Mark[]): Mark[] {
  const { span } = mark;
  if (mark.kind !== 'claim' || !span) return [];
  const mine = originName(mark.claim);
  return claims.filter(
    (other) =>
      other.kind === 'claim' &&
      originName(other.claim) !== mine &&
      other.span !== null &&
      other.span.start < span.end &&
      span.start < other.span.end,
  );
}

import { type Alignment, EQUAL } from './align';
import type { Evidence } from './evidence';
import { roleOf, type WordRole } from './importance';
import type { Change, Outcome } from './outcome';
import type { Query } from './query';
import type { TextIndex } from './text-index';
import type { Tokens } from './tokens';

const WEIGHT: Record<WordRole, number> = { word: 0, name: 1, negation: 2, number: 3 };

/** Word by word what was edited in a place: neighbouring changes are one. */
export function changesIn(index: TextIndex, query: Query, alignment: Alignment, place: Evidence): Change[] {
  const changes: Change[] = [];
  const { kind, at, upto } = alignment;
  let was = query.first;
  let now = place.from;
  const close = (wasEnd: number, nowEnd: number) => {
    if (was < wasEnd || now < nowEnd) {
      changes.push({
        was: words(query.tokens, was, wasEnd),
        now: words(index.tokens, now, nowEnd),
        role: weightiest(index.tokens, now, nowEnd, weightiest(query.tokens, was, wasEnd, 'word')),
      });
    }
  };
  for (let i = query.first; i < query.last; i++) {
    if (kind[i] !== EQUAL) continue;
    close(i, at[i] as number);
    was = i + 1;
    now = (upto[i] as number) + 1;
  }
  close(query.last, place.to + 1);
  return changes;
}

const words = (tokens: Tokens, from: number, end: number): string =>
  from < end ? tokens.text.slice(tokens.start[from], tokens.end[end - 1]).replace(/\s+/g, ' ') : '';

/** The weightiest role among words. */
function weightiest(tokens: Tokens, from: number, end: number, most: WordRole): WordRole {
  let role = most;
  for (let i = from; i < end; i++) {
    const other = roleOf(tokens, i);
    if (WEIGHT[other] > WEIGHT[role]) role = other;
  }
  return role;
}

/** The outcome of a place that is proven. */
export function outcomeOf(exact: boolean, span: { start: number; end: number }, changes: () => Change[]): Outcome {
  return exact ? { kind: 'found', span } : { kind: 'edited', span, changes: changes() };
}

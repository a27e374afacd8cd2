import type { Excerpt, Quote } from '../core/quote';
import type { Outcome } from './outcome';
import { resolvingAll } from './resolve';

/** What was found in a text, kept to be brought up to date when the page changes. */
export interface Resolved {
  text: string;
  wanted: readonly (Quote | Excerpt)[];
  outcomes: Outcome[];
}

/**
 * Brings what was found up to date with a changed text. What stands before or behind the changed part is shifted; only
 * what was not found, or stood in that part, is looked for again. An unchanged text costs one comparison.
 */
export function* resolvingAgain(before: Resolved, text: string): Generator<void, Resolved> {
  if (text === before.text) return before;
  const head = sameHead(before.text, text);
  const tail = sameTail(before.text, text, head);
  const shift = text.length - before.text.length;
  const kept = before.outcomes.map((outcome) => {
    if (outcome.kind === 'missing') return null;
    const { start, end } = outcome.span;
    if (end <= head) return outcome;
    if (start < before.text.length - tail) return null;
    return { ...outcome, span: { start: start + shift, end: end + shift } };
  });
  const open = before.wanted.filter((_, k) => !kept[k]);
  const found = open.length > 0 ? yield* resolvingAll(text, open) : [];
  let next = 0;
  const outcomes = kept.map((outcome): Outcome => outcome ?? found[next++] ?? { kind: 'missing', reason: 'gone' });
  return { text, wanted: before.wanted, outcomes };
}

function sameHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let n = 0;
  while (n < most && a.charCodeAt(n) === b.charCodeAt(n)) n++;
  return n;
}

function sameTail(a: string, b: string, head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let n = 0;
  while (n < most && a.charCodeAt(a.length - 1 - n) === b.charCodeAt(b.length - 1 - n)) n++;
  return n;
}

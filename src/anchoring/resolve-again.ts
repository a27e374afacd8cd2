import type { Excerpt, Quote } from '../core/quote';
import type { Outcome } from './outcome';
import { plainly } from './verbatim';

/** What was found in a text, kept to be brought up to date when the page changes. */
export interface Resolved {
  text: string;
  /** Nothing of what could not be looked for yet. */
  outcomes: ReadonlyMap<Quote | Excerpt, Outcome>;
}

/** Finds Quotes and Excerpts in a text: `resolvingAll`. */
export type Resolving = (text: string, wanted: readonly (Quote | Excerpt)[]) => Generator<void, Outcome[]>;

/**
 * Brings what was found up to date with a text that may have changed. What stands before or behind the changed part is
 * shifted; only what was not found, stood in that part, or is new is looked for. An unchanged text costs one comparison.
 * @param resolving `null` where it is not at hand: then only what stands letter for letter is found
 */
export function* resolvingAgain(
  before: Resolved,
  text: string,
  wanted: readonly (Quote | Excerpt)[],
  resolving: Resolving | null,
): Generator<void, Resolved> {
  const shift = shiftBetween(before.text, text);
  const outcomes = new Map<Quote | Excerpt, Outcome>();
  const open: (Quote | Excerpt)[] = [];
  for (const one of wanted) {
    const outcome = before.outcomes.get(one);
    const kept = outcome && shift(outcome);
    if (kept) outcomes.set(one, kept);
    else open.push(one);
  }
  if (open.length === 0) return { text, outcomes };
  const found = yield* resolving ? resolving(text, open) : plainly(text, open);
  for (const [k, one] of open.entries()) {
    const outcome = found[k];
    if (outcome) outcomes.set(one, outcome);
  }
  return { text, outcomes };
}

/** Where what was found in one text stands in another; `null` where it has to be looked for. */
function shiftBetween(before: string, text: string): (outcome: Outcome) => Outcome | null {
  if (before === text) return (outcome) => outcome;
  const head = sameHead(before, text);
  const tail = sameTail(before, text, head);
  const shift = text.length - before.length;
  return (outcome) => {
    if (outcome.kind === 'missing') return null;
    const { start, end } = outcome.span;
    if (end <= head) return outcome;
    if (start < before.length - tail) return null;
    return { ...outcome, span: { start: start + shift, end: end + shift } };
  };
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

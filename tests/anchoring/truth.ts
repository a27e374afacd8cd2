import type { Span } from '../../src/core/quote';
import type { Rendered } from './page';

/**
 * Where saved words are now, known from their characters' identity.
 * `undecided`: they are there, but the rule of evidence does not let anyone know (their context is gone or stands twice,
 * and the words are edited or were never unique; or which of the words at an edge are theirs cannot be told); `torn`:
 * only a part of them is there, or in another order.
 */
export type Truth = { kind: 'there' | 'undecided' | 'torn'; span: Span } | { kind: 'gone' };

const LETTER = /[\p{L}\p{N}]/u;
/** Letters beside a quote that are a context still standing. */
const BESIDE = 18;
/** Letters around it within which nothing may be said twice on the page. */
const WINDOW = 80;
/** Letters that may have been taken out of a context without its being another one. */
const SKIPPED = WINDOW / 2;
/** Words beside an edge among which one that still stands tells where it is. */
const NEAR = 12;

/** The truth about one target on a changed page. */
export function truthOf({ text, ids }: Rendered, saved: string, target: Span, mayBeGone: boolean): Truth {
  const letters: number[] = [];
  let start = -1;
  let end = -1;
  for (const [at, id] of ids.entries()) {
    if (id < target.start || id >= target.end) continue;
    if (start < 0 && !/\s/.test(text.charAt(at))) start = at;
    if (!/\s/.test(text.charAt(at))) end = at + 1;
    if (LETTER.test(text.charAt(at))) letters.push(id);
  }
  if (letters.length === 0) return { kind: 'gone' };
  const span = { start, end };
  const wanted = new Set<number>();
  for (let id = target.start; id < target.end; id++) if (LETTER.test(saved.charAt(id))) wanted.add(id);
  const share = letters.length / wanted.size;
  const isInOrder = letters.every((id, k) => k === 0 || id >= (letters[k - 1] as number));
  if (
    mayBeGone ||
    share < 0.75 ||
    !isInOrder ||
    holdsOthers(text, ids, span, target) ||
    isCutAnew(text, saved, span, target)
  )
    return { kind: 'torn', span };
  const isKnown =
    isDecidable(text, ids, saved, target, span) &&
    isEdgeKnown(text, ids, saved, target, span, 1) &&
    isEdgeKnown(text, ids, saved, target, span, -1);
  return { kind: isKnown ? 'there' : 'undecided', span };
}

/** Old words from elsewhere stand between those of the target. */
function holdsOthers(text: string, ids: readonly number[], span: Span, target: Span): boolean {
  for (let at = span.start; at < span.end; at++) {
    const id = ids[at] as number;
    if (id >= 0 && (id < target.start || id >= target.end) && LETTER.test(text.charAt(at))) return true;
  }
  return false;
}

/** An edge inside a word that is another word now: nobody can say where it is. */
function isCutAnew(text: string, saved: string, now: Span, was: Span): boolean {
  const isLetterAt = (whole: string, at: number) => LETTER.test(whole.charAt(at));
  const word = (whole: string, at: number): string => {
    let from = at;
    let to = at;
    while (/[\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/u.test(whole.charAt(from - 1))) from--;
    while (/[\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/u.test(whole.charAt(to))) to++;
    return plain(whole.slice(from, to));
  };
  const inside = (at: number) => isLetterAt(saved, at - 1) && isLetterAt(saved, at);
  const isOther = (a: string, b: string) =>
    a !== b && !a.endsWith(b) && !b.endsWith(a) && !a.startsWith(b) && !b.startsWith(a);
  return (
    (inside(was.start) && isOther(word(text, now.start), word(saved, was.start))) ||
    (inside(was.end) && isOther(word(text, now.end - 1), word(saved, was.end - 1)))
  );
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll('ø', 'o');

const plainTexts = new Map<string, string>();

/** The same, remembered for the whole texts that are asked for again and again. */
function plainOf(text: string): string {
  const known = plainTexts.get(text);
  if (known !== undefined) return known;
  if (plainTexts.size > 40) plainTexts.clear();
  const made = plain(text);
  plainTexts.set(text, made);
  return made;
}

function isDecidable(text: string, ids: readonly number[], saved: string, target: Span, span: Span): boolean {
  const now = plainOf(text);
  const was = plainOf(saved);
  const words = plain(text.slice(span.start, span.end));
  const isExact = words === plain(saved.slice(target.start, target.end));
  if (isExact && times(was, words) === 1 && times(now, words) === 1) return true;
  const before = standing(text, ids, span.start - 1, -1, target.start - 1);
  const after = standing(text, ids, span.end, 1, target.end);
  if (before < BESIDE && after < BESIDE) return false;
  const from = reach(text, span.start, -1, before);
  const to = reach(text, span.end, 1, after);
  const unbroken = plain(text.slice(from, to));
  if (times(now, unbroken) === 1) return true;
  // The unbroken part stands twice: then of the rest of the old context enough has to be in its place, and has to tell.
  return inPlace(text, ids, span, target) >= 0.5 && isToldApart(text, ids, span, target, { start: from, end: to });
}

/** Whether around each twin of the unbroken part a word is missing that is in its old place around this one. */
function isToldApart(text: string, ids: readonly number[], span: Span, target: Span, unbroken: Span): boolean {
  const around = wordsOf(text).filter(({ start, end }) => {
    const isBeside = end <= unbroken.start || start >= unbroken.end;
    if (!isBeside || start < span.start - WINDOW || end > span.end + WINDOW) return false;
    const distance = end <= span.start ? start - span.start + target.start : start - span.end + target.end;
    return (ids[start] as number) >= 0 && Math.abs((ids[start] as number) - distance) < SKIPPED;
  });
  const now = plainOf(text);
  const words = around.map(({ start, end }) => plain(text.slice(start, end)));
  const own = plain(text.slice(0, unbroken.start)).length;
  const part = plain(text.slice(unbroken.start, unbroken.end));
  for (let at = now.indexOf(part); at >= 0; at = now.indexOf(part, at + 1)) {
    const beside = now.slice(Math.max(0, at - WINDOW), at + part.length + WINDOW);
    if (at !== own && words.every((word) => beside.includes(word))) return false;
  }
  return true;
}

/** The offset so many letters from another one. */
function reach(text: string, from: number, step: 1 | -1, letters: number): number {
  let at = from;
  for (let left = letters; left > 0; at += step) if (LETTER.test(text.charAt(step === 1 ? at : at - 1))) left--;
  return at;
}

/** How much of what stands around a place stood there before, 0 to 1. */
function inPlace(text: string, ids: readonly number[], span: Span, target: Span): number {
  let all = 0;
  let same = 0;
  for (let distance = 1; distance <= WINDOW; distance++) {
    for (const [at, id] of [
      [span.start - distance, target.start - distance],
      [span.end - 1 + distance, target.end - 1 + distance],
    ] as const) {
      if (!LETTER.test(text.charAt(at))) continue;
      all++;
      if ((ids[at] as number) >= 0 && Math.abs((ids[at] as number) - id) < WINDOW / 2) same++;
    }
  }
  return all > 0 ? same / all : 1;
}

/**
 * How many letters of the old context stand beside a place without another letter between. A sentence that came to
 * stand there when its neighbours changed places is no context of it, even if it is from the same paragraph.
 */
function standing(text: string, ids: readonly number[], from: number, step: 1 | -1, firstId: number): number {
  let letters = 0;
  let last = firstId;
  for (let at = from; at >= 0 && at < ids.length && letters < WINDOW; at += step) {
    if (!LETTER.test(text.charAt(at))) continue;
    const id = ids[at] as number;
    if (id < 0 || (id - last) * step < 0 || (id - last) * step > SKIPPED) break;
    last = id;
    letters++;
  }
  return letters;
}

/**
 * Whether anybody can say where the words begin (`step` 1) or end (-1): the outer word still stands, or the word beside
 * it does, or a sentence's edge does; or between the nearest words that stand on both sides there are as many words as
 * were, so that one stands for each. Where three words became two, nobody knows which of the two were quoted.
 */
function isEdgeKnown(text: string, ids: readonly number[], saved: string, was: Span, now: Span, step: 1 | -1): boolean {
  const words = wordsOf(saved);
  const outer = words.findIndex(({ end }) => end > (step === 1 ? was.start : was.end - 1));
  const near = Array.from({ length: 2 * NEAR }, (_, k) => outer + step * (k - NEAR)).filter((k) => words[k]);
  const standing = new Map<number, number>();
  const there = wordsOf(text);
  const nearest = words[Math.min(...near)]?.start ?? 0;
  for (const [k, { start, end }] of there.entries()) {
    let first = start;
    while (first < end - 1 && (ids[first] as number) < 0) first++;
    const id = ids[first] as number;
    if (id < nearest) continue;
    const word = near.find((w) => (words[w]?.start ?? 0) <= id && id < (words[w]?.end ?? 0));
    if (word === undefined) continue;
    const isSame = Array.from({ length: end - start }, (_, i) => start + i).every(
      (at) => ids[at] === -1 || plain(saved.charAt(ids[at] as number)) === plain(text.charAt(at)),
    );
    if (isSame) standing.set(word, k);
  }
  if (standing.has(outer)) return true;
  const edge = step === 1 ? now.start : now.end - 1;
  const outermost = there.findIndex(({ end }) => end > edge);
  if (standing.get(outer - step) === outermost - step) return true;
  if (endsBeside(saved, words[outer], step) && endsBeside(text, there[outermost], step)) return true;
  const inner = near.find((w) => (w - outer) * step > 0 && standing.has(w));
  const context = near.filter((w) => (outer - w) * step > 0 && standing.has(w)).at(-1);
  if (inner === undefined || context === undefined) return false;
  return Math.abs(inner - context) === Math.abs((standing.get(inner) as number) - (standing.get(context) as number));
}

/** Whether a sentence begins with a word (`step` 1) or ends with it. */
function endsBeside(text: string, word: Span | undefined, step: 1 | -1): boolean {
  if (!word) return false;
  return step === 1
    ? /(?:^|\n|[.!?][”"’»]?\s+)[^\p{L}\p{N}\n]*$/u.test(text.slice(Math.max(0, word.start - 12), word.start))
    : /^[^\p{L}\p{N}\s]*(?:[.!?][^\p{L}\p{N}\s]*(?:\s|$)|\n|$)/u.test(text.slice(word.end, word.end + 12));
}

const wordLists = new Map<string, Span[]>();

/** The words of a text, remembered for those that are asked for again and again. */
function wordsOf(text: string): Span[] {
  const known = wordLists.get(text);
  if (known) return known;
  if (wordLists.size > 40) wordLists.clear();
  const list = Array.from(text.matchAll(/[\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]+/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  wordLists.set(text, list);
  return list;
}

function times(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count++;
  return count;
}

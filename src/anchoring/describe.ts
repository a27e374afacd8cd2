import type { Quote, Span } from '../core/quote';
import { ALL_COMPARED, candidatesOf } from './candidates';
import { BARRIER_SIGN } from './letters';
import { queryIn, weighed, wholeSigns } from './query';
import { rivalsOf } from './rivals';
import { findRuns } from './seeds';
import { indexText, type TextIndex } from './text-index';
import { tokenise, tokenList } from './tokens';

/** Characters of context kept on either side: first this many, more where another place differs too little. */
const CONTEXTS = [96, 160, 256, 400];
/** Fewer differences than this from a place that is alike may be edited away. */
const ENOUGH_DIFFERENCES = 3;

/** The Quote that leads back to a Span of a text, with what is to be known of the places it may be taken for. */
export function describe(text: string | TextIndex, selected: Span): Quote {
  const index = typeof text === 'string' ? indexText(text) : text;
  const span = wholeSigns(index.text, selected);
  let quote = quoteOf(index.text, span, 0);
  for (const length of CONTEXTS) {
    quote = quoteOf(index.text, span, length);
    const from = quote.prefix.length;
    const words = tokenise(quote.prefix + quote.exact + quote.suffix, tokenList(64));
    const query = weighed(index, queryIn(words, from, from + quote.exact.length));
    if (query.first === query.last) return quote;
    // Also places that share little: some day it may be them that are left.
    const candidates = candidatesOf(index, query, findRuns(index, query, true), ALL_COMPARED);
    const own = candidates.find(({ evidence }) => isAt(index, evidence, span));
    if (!own) return quote;
    quote.rivals = rivalsOf(index, query, own, candidates);
    if (quote.rivals.unlike.every((differences) => differences.length >= ENOUGH_DIFFERENCES)) break;
  }
  return quote;
}

function isAt(index: TextIndex, place: { from: number; to: number }, span: Span): boolean {
  const { start, end } = index.tokens;
  return (start[place.from] as number) < span.end && (end[place.to] as number) > span.start;
}

function quoteOf(text: string, span: Span, context: number): Quote {
  const before = text.slice(Math.max(0, span.start - context - 1), span.start);
  const after = text.slice(span.end, span.end + context + 1);
  return {
    exact: collapse(text.slice(span.start, span.end)),
    prefix: wholeWords(before.slice(before.lastIndexOf(BARRIER_SIGN) + 1), context, (s) => s.replace(/^\S*\s+/, '')),
    suffix: wholeWords(after.split(BARRIER_SIGN, 1)[0] ?? '', context, (s) => s.replace(/\s+\S*$/, '')),
  };
}

const collapse = (piece: string): string => piece.replace(/\s+/gu, ' ');

/** Context without the word cut at its outer end; of white space the ends of paragraphs are kept. */
function wholeWords(piece: string, most: number, cut: (piece: string) => string): string {
  const whole = piece.length > most ? cut(piece) : piece;
  return whole.replace(/\s+/gu, (space) => (space.includes('\n') ? '\n' : ' '));
}

import { type Words, wordsOf } from './words';

/** A claim as it is compared: what it says, and how else it may be said. */
export interface Comparable {
  statement: string;
  label: string;
  /** Phrases that an author of claims expects the argument in. */
  cues: readonly string[];
  /** The words its passage begins and ends with. */
  excerpt: { start: string; end: string };
  /** The headline of its article. */
  headline: string;
}

/** A sentence that resembles a claim. */
export interface Resemblance {
  /** Places in the lists given. */
  sentence: number;
  claim: number;
  /** From 0 to 1; at least `LEAST`. */
  score: number;
}

/**
 * What a resemblance has to have at least: the highest at which one half of tests/echoes/articles has its best F0.5, and
 * judged on the other half. tests/echoes/echoes.test.ts says when it is no longer that.
 */
export const LEAST = 0.35;

/** Weights of the fields (BM25F, Robertson and Zaragoza 2009): the statement is our own summary, a cue is chosen for this. */
const WEIGHTS = { statement: 1, label: 1, cue: 0.7, excerpt: 0.6 };
/** How soon more of the same word counts no more. */
const SATURATION = 1.2;
/** Terms that have to be common to both; two words meet by chance. */
const FEWEST = 3;

interface Prepared {
  /** Saturated weight of each term over the fields, times how telling it is. */
  weights: Map<string, number>;
  total: number;
  words: Words;
  /** All states of claim and headline. */
  states: Set<string>;
  cues: Words[];
}

/** Claims made ready to be compared with many sentences. */
export interface PreparedClaims {
  claims: Prepared[];
  /** The claims each term is in, and its weight in each. */
  postings: Map<string, { claims: number[]; weights: number[] }>;
  /** How telling a term is among these claims. */
  telling: (term: string) => number;
}

export function prepareClaims(claims: readonly Comparable[]): PreparedClaims {
  const fields = claims.map(({ statement, label, cues, excerpt, headline }) => {
    const parts: [keyof typeof WEIGHTS, Words][] = [
      ['statement', wordsOf(statement)],
      ['label', wordsOf(label)],
      ['excerpt', wordsOf(`${excerpt.start}. ${excerpt.end}`)],
      ...cues.map((cue): ['cue', Words] => ['cue', wordsOf(cue)]),
    ];
    return { parts, headline: wordsOf(headline) };
  });
  const postings: PreparedClaims['postings'] = new Map();
  for (const [i, { parts }] of fields.entries()) {
    for (const term of new Set(parts.flatMap(([, { terms }]) => [...terms.keys()]))) {
      const list = postings.get(term);
      if (list) list.claims.push(i);
      else postings.set(term, { claims: [i], weights: [] });
    }
  }
  const telling = (term: string): number => {
    const having = postings.get(term)?.claims.length ?? 0;
    return Math.log(1 + (claims.length - having + 0.5) / (having + 0.5)) + 1;
  };
  const prepared = fields.map(({ parts, headline }) => prepare(parts, headline, telling));
  for (const [term, list] of postings) {
    list.weights = list.claims.map((claim) => prepared[claim]?.weights.get(term) ?? 0);
  }
  return { claims: prepared, postings, telling };
}

function prepare(parts: [keyof typeof WEIGHTS, Words][], headline: Words, telling: (term: string) => number): Prepared {
  const sums = new Map<string, number>();
  const words: Words = { terms: new Map(), sequence: [], states: new Set(), numbers: new Set() };
  for (const [field, part] of parts) {
    for (const [term, said] of part.terms) {
      sums.set(term, (sums.get(term) ?? 0) + WEIGHTS[field]);
      if (!words.terms.has(term)) words.terms.set(term, said);
    }
    if (field === 'excerpt') continue;
    for (const state of part.states) words.states.add(state);
    if (field === 'statement') for (const number of part.numbers) words.numbers.add(number);
  }
  const weights = new Map([...sums].map(([term, sum]) => [term, telling(term) * saturated(sum)]));
  const own = wordsOf('');
  for (const term of parts[0]?.[1].terms.keys() ?? []) own.terms.set(term, { denied: false });
  const total = [...own.terms.keys()].reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);
  return {
    weights,
    total,
    words,
    states: new Set([...words.states, ...headline.states]),
    cues: parts.flatMap(([field, part]) => (field === 'cue' ? [part] : [])),
  };
}

const saturated = (sum: number): number => (sum * (SATURATION + 1)) / (sum + SATURATION);

/**
 * Which sentences of a page resemble which claims, the best first; of several claims that a sentence resembles, the best.
 * @param sentences of one page, in order
 * @param headline of the page: what its sentences may be about without naming it
 */
export function resemblances(
  sentences: readonly string[],
  headline: string,
  claims: PreparedClaims,
  least = LEAST,
): Resemblance[] {
  const about = wordsOf(headline).states;
  const found: Resemblance[] = [];
  // What each claim has in common with the sentence at hand: most have nothing, and are not looked at.
  const common = new Uint16Array(claims.claims.length);
  const inClaim = new Float64Array(claims.claims.length);
  const inSentence = new Float64Array(claims.claims.length);
  for (const [sentence, text] of sentences.entries()) {
    const words = wordsOf(text);
    const states = statesOf(words, about);
    const touched: number[] = [];
    let all = 0;
    for (const term of words.terms.keys()) {
      const telling = claims.telling(term);
      all += telling;
      const having = claims.postings.get(term);
      for (const [i, claim] of having?.claims.entries() ?? []) {
        const before = common[claim] ?? 0;
        if (before === 0) touched.push(claim);
        common[claim] = before + 1;
        inClaim[claim] = (inClaim[claim] ?? 0) + (having?.weights[i] ?? 0);
        inSentence[claim] = (inSentence[claim] ?? 0) + telling;
      }
    }
    let best: Resemblance | null = null;
    for (const claim of touched) {
      const prepared = claims.claims[claim] as Prepared;
      const terms = common[claim] as number;
      // How much of the sentence is in the claim, and of the claim in the sentence: from 0 to 1.
      const likeness = Math.sqrt(
        ((inSentence[claim] as number) / all) * Math.min(1, (inClaim[claim] as number) / prepared.total),
      );
      common[claim] = inClaim[claim] = inSentence[claim] = 0;
      // One word in common is no cue either.
      if (terms < 2 || !knowsStates(states, prepared)) continue;
      const isLike = terms >= FEWEST && likeness >= least;
      const whole = isLike && isAbout(states, about, prepared) && agrees(words, prepared.words);
      const score = Math.max(whole ? likeness : 0, ...prepared.cues.map((cue) => cueIn(words, about, cue)));
      if (score >= least && score > (best?.score ?? 0)) best = { sentence, claim, score };
    }
    if (best) found.push(best);
  }
  return found.sort((a, b) => b.score - a.score);
}

/**
 * How well a sentence has a cue, from 0 to 1: all of its telling words stand together there, denied where they are denied
 * in the cue, and its states with them, unless the page is about these.
 */
function cueIn(sentence: Words, about: Set<string>, cue: Words): number {
  if (cue.terms.size < 2) return 0;
  for (const term of cue.terms.keys()) if (!sentence.terms.has(term)) return 0;
  for (const state of cue.states) if (!sentence.states.has(state) && !about.has(state)) return 0;
  const denied = (words: Words) => [...cue.terms.keys()].some((term) => words.terms.get(term)?.denied);
  if (denied(sentence) !== denied(cue)) return 0;
  const wanted = cue.sequence.filter((token) => cue.terms.has(token) || sentence.states.has(token));
  if (narrowest(sentence.sequence, wanted) > wanted.length + Math.max(1, wanted.length - 2)) return 0;
  return 1 - 1 / (cue.terms.size + cue.states.size / 2);
}

/** The fewest tokens in a row that have all the wanted ones in their order: who does what to whom is said by it. */
function narrowest(sequence: readonly string[], wanted: readonly string[]): number {
  let best = Number.POSITIVE_INFINITY;
  for (const [first, token] of sequence.entries()) {
    if (token !== wanted[0]) continue;
    let next = 0;
    for (let i = first; i < sequence.length && i - first < best && next < wanted.length; i++) {
      if (sequence[i] === wanted[next]) next++;
      if (next === wanted.length) best = i - first + 1;
    }
  }
  return best;
}

/** The states a sentence is about: those it names, or, where it names none, those of the headline. */
const statesOf = ({ states }: Words, about: Set<string>): Set<string> => (states.size > 0 ? states : about);

/** The sentence names no state that the claim and its article know nothing of. */
const knowsStates = (named: Set<string>, { states }: Prepared): boolean =>
  [...named].every((state) => states.has(state));

/** Two of the claim's states are there, or one, where the headline is about another or the claim has no more. */
function isAbout(named: Set<string>, about: Set<string>, { words }: Prepared): boolean {
  const shared = [...named].filter((state) => words.states.has(state)).length;
  if (shared >= Math.min(2, words.states.size)) return true;
  return shared > 0 && [...about].some((state) => words.states.has(state));
}

/** A number of the one is a number of the other, where both have any; what is denied in the one is denied in the other. */
function agrees(sentence: Words, claim: Words): boolean {
  const numbers = [...sentence.numbers];
  if (numbers.length > 0 && claim.numbers.size > 0 && !numbers.some((number) => claim.numbers.has(number)))
    return false;
  let [denied, both] = [0, 0];
  for (const [term, said] of sentence.terms) {
    const other = claim.terms.get(term);
    if (!other) continue;
    if (said.denied || other.denied) denied++;
    if (said.denied && other.denied) both++;
  }
  return denied === 0 || both > 0;
}

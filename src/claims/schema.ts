import * as v from 'valibot';
import { parseArticleAddress } from '../core/address';
import { ARGUMENT_TYPES, CLAIM_KINDS, STRENGTHS, VERDICTS } from '../core/claim';

/** What an author writes: the shape of src/claims/articles/*.yaml and of bibliography.yaml, in plain words where it errs. */

const text = v.pipe(v.string('should be text'), v.trim(), v.nonEmpty('is empty'));
const atMost = (characters: number) => v.pipe(text, v.maxLength(characters, `is longer than ${characters} characters`));
const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  v.picklist(words, `should be one of: ${words.join(', ')}`);

/** Says what a field is for, where an editor shows it. */
const about = <T>(words: string) => v.description<T, string>(words);

/** A work cited: its key in the bibliography, or `key: locator`. */
const citation = v.pipe(
  v.union([v.string(), v.record(v.string(), text)], 'should be a source key, or "key: locator"'),
  v.check((cited) => typeof cited === 'string' || Object.keys(cited).length === 1, 'should name one source'),
  v.transform((cited): { key: string; locator?: string } => {
    if (typeof cited === 'string') return { key: cited };
    const [[key, locator] = ['', '']] = Object.entries(cited);
    return { key, locator };
  }),
);
const citations = v.array(citation, 'should be a list of sources');

const argument = v.strictObject({
  title: v.pipe(atMost(90), about('A heading of a few words.')),
  type: v.pipe(oneOf(ARGUMENT_TYPES), about('What kind of argument it is.')),
  text: v.pipe(atMost(700), about('The argument, in 30 to 60 words of your own.')),
  strength: v.pipe(oneOf(STRENGTHS), about('How much it weighs against (or for) the claim.')),
  reason: v.pipe(atMost(250), about('Why this strength: shown next to it.')),
  sources: v.pipe(
    citations,
    v.minLength(1, 'needs at least one source'),
    about('Keys of the bibliography, or `key: place in it`.'),
  ),
});

/** Claims of this file or of another, by their ids. */
const links = (words: string) =>
  v.optional(v.pipe(v.array(text, 'should be a list of the ids of claims'), about(words)), []);

/** An Excerpt's parts are a few words each: more would be a quotation. */
const fewWords = v.pipe(
  v.string('should be text'),
  v.trim(),
  v.check((words) => words.split(/\s+/).length <= 12, 'is longer than twelve words: we ship no sentence of an article'),
);
const someWords = v.pipe(fewWords, v.nonEmpty('is empty'));

const claim = v.strictObject({
  id: v.pipe(
    text,
    v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'should be lower-case words joined by hyphens'),
    v.maxLength(100, 'is longer than 100 characters'),
    about('A name that no other claim has, and that never changes: notes hang on it.'),
  ),
  kind: v.pipe(oneOf(CLAIM_KINDS), about('What kind of statement it is.')),
  label: v.pipe(atMost(60), about('A heading of at most 60 characters.')),
  statement: v.pipe(atMost(400), about('The claim in your own words, neutral, one sentence.')),
  excerpt: v.strictObject({
    prefix: v.optional(
      v.pipe(fewWords, about('A few words that stand before, where the start is not the only one.')),
      '',
    ),
    start: v.pipe(someWords, about('The first few words of the passage, copied exactly.')),
    end: v.pipe(someWords, about('The last few words of the passage, copied exactly.')),
    suffix: v.optional(
      v.pipe(fewWords, about('A few words that stand behind, where the end is not the only one.')),
      '',
    ),
  }),
  assessment: v.strictObject({
    verdict: v.pipe(oneOf(VERDICTS), about('Our verdict. "overtaken" is by later events.')),
    reason: v.pipe(atMost(500), about('Why: shown next to the verdict.')),
    question: v.optional(v.pipe(atMost(250), about('A question for the reader to keep in mind.'))),
  }),
  counterarguments: v.pipe(v.array(argument), v.minLength(1, 'needs at least one counterargument')),
  support: v.optional(v.array(argument), []),
  cues: v.optional(
    v.pipe(
      v.array(fewWords, 'should be a list of phrases'),
      about(
        'Short phrases others make this argument in: where all of their telling words meet in a sentence, it is an echo.',
      ),
    ),
    [],
  ),
  supports: links('Claims that this one is a reason for.'),
  'depends-on': links('Claims without which this one does not stand.'),
  contradicts: links('Claims that cannot hold together with this one.'),
});

const anyWords = v.optional(
  v.pipe(
    v.nullable(v.string()),
    v.transform((words) => words ?? ''),
  ),
  '',
);

/** Of a claim file that is still being written, where its claims stand. */
export const excerptsFile = v.looseObject({
  claims: v.array(
    v.looseObject({
      id: v.string('is missing'),
      excerpt: v.object({ prefix: anyWords, start: anyWords, end: anyWords, suffix: anyWords }),
    }),
  ),
});

const month = (words: string) => v.pipe(text, v.check(isDate, `should be a date like ${words}`));

const term = v.strictObject({
  term: text,
  /** Where the term goes by other words than itself. */
  forms: v.optional(v.pipe(v.array(text), v.minLength(1, 'needs at least one form'))),
  definition: atMost(500),
  sources: citations,
});

const laterEvent = v.strictObject({
  date: month('2023-09 or 2023-09-10'),
  event: atMost(140),
  bears_on: v.pipe(v.array(text), v.minLength(1, 'needs at least one claim')),
  sources: v.pipe(citations, v.minLength(1, 'needs at least one source')),
});

export const articleFile = v.strictObject({
  article: v.strictObject({
    url: v.pipe(
      text,
      v.check((url) => parseArticleAddress(url) !== null, 'is not the address of an article of The Diplomat'),
    ),
    headline: text,
    author: text,
    section: v.optional(text),
    published: month('2022-11 or 2022-11-09'),
    summary: atMost(1200),
  }),
  claims: v.pipe(v.array(claim), v.minLength(1, 'needs at least one claim')),
  events: v.optional(v.array(laterEvent), []),
  glossary: v.optional(v.array(term), []),
  checks: v.optional(
    v.array(v.strictObject({ item: text, finding: atMost(80), note: atMost(600), sources: citations })),
    [],
  ),
});

export const bibliographyFile = v.record(
  v.pipe(v.string(), v.regex(/^[a-z0-9]+$/, 'should be lower-case letters and digits')),
  v.strictObject({
    author: text,
    title: text,
    venue: text,
    year: v.pipe(v.number('should be a year'), v.integer(), v.minValue(1000), v.maxValue(2100)),
    url: v.optional(
      v.pipe(
        text,
        v.check(isWebAddress, 'is not a web address'),
        v.check(isNoBrokenDoi, 'is no DOI: one looks like https://doi.org/10.1234/abc'),
      ),
    ),
    /** `seen`: the work was opened by us; `known`: it is known to exist, and was not opened. */
    verified: oneOf(['seen', 'known']),
    note: v.optional(text),
  }),
);

/** A day or a month that exists. */
function isDate(date: string): boolean {
  const [, month, day] = /^\d{4}-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
  if (!month || Number(month) < 1 || Number(month) > 12) return false;
  return !day || new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) === true;
}

function isWebAddress(address: string): boolean {
  if (!URL.canParse(address) || /\s/.test(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') && username === '';
}

/** Syntax of a DOI: https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html */
function isNoBrokenDoi(address: string): boolean {
  const { hostname = '', pathname = '' } = URL.canParse(address) ? new URL(address) : {};
  return !/(^|\.)doi\.org$/.test(hostname) || /^\/10\.\d{4,9}\/\S+$/.test(pathname);
}

export type ArticleFile = v.InferOutput<typeof articleFile>;
export type BibliographyFile = v.InferOutput<typeof bibliographyFile>;

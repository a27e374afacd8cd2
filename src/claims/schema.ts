import * as v from 'valibot';
import { parseArticleAddress } from '../core/address';
import { ARGUMENT_TYPES, CLAIM_KINDS, STRENGTHS, VERDICTS } from '../core/claim';

/** What an author writes: the shape of src/claims/articles/*.yaml and of bibliography.yaml, in plain words where it errs. */

const text = v.pipe(v.string('should be text'), v.trim(), v.nonEmpty('is empty'));
const atMost = (characters: number) => v.pipe(text, v.maxLength(characters, `is longer than ${characters} characters`));
const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  v.picklist(words, `should be one of: ${words.join(', ')}`);

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
  title: atMost(90),
  type: oneOf(ARGUMENT_TYPES),
  text: atMost(700),
  strength: oneOf(STRENGTHS),
  reason: atMost(250),
  sources: v.pipe(citations, v.minLength(1, 'needs at least one source')),
});

/** An Excerpt's parts are a few words each: more would be a quotation. */
const fewWords = v.pipe(
  v.string('should be text'),
  v.trim(),
  v.check((words) => words.split(/\s+/).length <= 12, 'is longer than twelve words: we ship no sentence of an article'),
);
const someWords = v.pipe(fewWords, v.nonEmpty('is empty'));

const claim = v.strictObject({
  id: v.pipe(text, v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'should be lower-case words joined by hyphens')),
  kind: oneOf(CLAIM_KINDS),
  label: atMost(60),
  statement: atMost(400),
  supports: v.optional(text),
  excerpt: v.strictObject({
    prefix: v.optional(fewWords, ''),
    start: someWords,
    end: someWords,
    suffix: v.optional(fewWords, ''),
  }),
  assessment: v.strictObject({
    verdict: oneOf(VERDICTS),
    reason: atMost(500),
    question: v.optional(atMost(250)),
  }),
  counterarguments: v.pipe(v.array(argument), v.minLength(1, 'needs at least one counterargument')),
  support: v.optional(v.array(argument), []),
});

const month = (words: string) => v.pipe(text, v.regex(/^\d{4}-\d{2}(-\d{2})?$/, `should be a date like ${words}`));

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
    url: v.optional(v.pipe(text, v.regex(/^https?:\/\/[^/\s]+\.[^\s]+$/, 'is not a web address'))),
    /** `seen`: the work was opened by us; `known`: it is known to exist, and was not opened. */
    verified: oneOf(['seen', 'known']),
    note: v.optional(text),
  }),
);

export type ArticleFile = v.InferOutput<typeof articleFile>;
export type BibliographyFile = v.InferOutput<typeof bibliographyFile>;

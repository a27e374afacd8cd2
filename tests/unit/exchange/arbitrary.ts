import fc from 'fast-check';
import { urlOf } from '../../../src/core/address';
import { type Annotation, COLORS, headlineFoldOf, type ReadArticle } from '../../../src/core/annotation';
import { newOwnClaim } from '../../../src/core/own-claim';
import { type CardState, itemOf } from '../../../src/core/review';
import { type Content, emptyContent } from '../../../src/store/rows';

/** Strings that broke somebody's export once. */
const HOSTILE = [
  '=HYPERLINK("http://evil.example","x")',
  "'=1+1",
  "''@x",
  '-1',
  '\t=1',
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '"quoted", and; comma\r\nnew line\rold\nunix',
  '__proto__',
  '{{quote}} {{#each}}',
  '---\nkey: value\n---',
  '\u202Eright to left\u202C',
  '\u0000null',
  '👩‍👩‍👧 \u{1F1FB}\u{1F1F3} Nguyễn',
  '%\\{}$&#^_~',
  'TY  - JOUR\nER  - ',
  '\uFEFFbom',
  '> quoted\n\nnot',
];

/** UTF-16 as it comes: half characters too. */
const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((u) => String.fromCharCode(...u));

/** Any string at all. */
export const anyText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  anyUnits,
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 30 }),
);
/** Any string a file in UTF-8 can hold. */
export const goodText = anyText.map((text) => text.replace(/\p{Surrogate}/gu, '\uFFFD'));

const oneSpaced = (text: fc.Arbitrary<string>) => text.map((raw) => raw.replace(/\s+/gu, ' '));
const words = (text: fc.Arbitrary<string>) => oneSpaced(text).map((raw) => raw.trim() || 'words');

const key = fc.constantFrom(
  '2022/11/one',
  '2025/07/vietnam-will-not',
  '2024/02/%-đặng',
  '2023/01/a"b<c',
  'https://news.example/?p=7#/a%20b',
);
const time = fc.integer({ min: 0, max: 4e12 });

const annotationOf = (text: fc.Arbitrary<string>): fc.Arbitrary<Annotation> =>
  fc
    .record({
      id: fc.uuid(),
      articleKey: key,
      target: fc.oneof(
        { weight: 4, arbitrary: fc.record({ exact: words(text), prefix: oneSpaced(text), suffix: oneSpaced(text) }) },
        { weight: 1, arbitrary: fc.record({ claimId: words(text), statement: words(text) }) },
      ),
      color: fc.constantFrom(...COLORS),
      note: text,
      tags: fc.uniqueArray(words(text), { maxLength: 3 }),
      created: time,
      for: fc.integer({ min: 0, max: 1e9 }),
      deleted: fc.option(time),
    })
    .map(({ target, for: span, ...rest }) => ({
      ...rest,
      target: 'exact' in target ? { kind: 'words', quote: target } : { kind: 'claim', ...target },
      updated: rest.created + span,
    }));

/** A library of up to `most` annotations made of such strings, every article among its articles. */
export const contentOf = (text: fc.Arbitrary<string>, most = 8): fc.Arbitrary<Content> =>
  fc
    .record({
      annotations: fc.uniqueArray(annotationOf(text), { maxLength: most, selector: ({ id }) => id }),
      headline: words(text),
      author: fc.option(words(text), { nil: undefined }),
      lastRead: time,
      toolbar: fc.jsonValue({ maxDepth: 3 }),
    })
    .map(({ annotations, headline, author, lastRead, toolbar }) => ({
      annotations,
      articles: [...new Set(annotations.map(({ articleKey }) => articleKey))].map((one) =>
        articleOf(one, headline, author, lastRead),
      ),
      settings: [{ name: 'toolbar', value: JSON.parse(JSON.stringify(toolbar).replaceAll('__proto__', 'proto')) }],
      ...reviewed(annotations),
    }));

/** Stances and reviews of a reader with these annotations. */
export function reviewed(annotations: Annotation[]): Omit<Content, 'annotations' | 'articles' | 'settings'> {
  const keys = [...new Set(annotations.map(({ articleKey }) => articleKey))];
  const card: CardState = {
    due: 5e11,
    stability: 2.3065,
    difficulty: 5.5,
    scheduledDays: 3,
    learningSteps: 0,
    reps: 2,
    lapses: 1,
    state: 'review',
    lastReview: 4e11,
  };
  return {
    stances: keys.map((articleKey) => ({
      claimId: 'a-claim',
      articleKey,
      statement: 'A statement.',
      opened: 2000,
      history: [{ stance: 'agree', time: 1000, moment: 'before' }],
    })),
    reviews: annotations.map(({ id, articleKey }) => ({
      ...itemOf(articleKey, { kind: 'annotation', annotationId: id }),
      card,
      buriedUntil: null,
      paused: false,
    })),
    reviewLog: annotations.map(({ id }) => ({
      id,
      itemId: `annotation:${id}`,
      grade: 3,
      time: 4e11,
      before: null,
      after: card,
    })),
    reviewChoices: keys.map((articleKey) => ({ articleKey, notes: true, claims: true })),
    tombstones: keys.map((id) => ({ id, at: 3e11 })),
    ownClaims: keys.map((articleKey, i) => ({
      ...newOwnClaim(
        {
          id: `019357a0-0000-7000-8000-0000000001${String(i).padStart(2, '0')}`,
          articleKey,
          article: { url: urlOf(articleKey), headline: 'A headline', author: '' },
          excerpt: { start: 'The first words', end: 'the last words', prefix: '', suffix: '' },
        },
        1000,
      ),
      statement: 'A statement of the reader’s.',
      counterarguments: [
        {
          title: 'A title',
          type: 'scope',
          text: '',
          strength: 'weak',
          reason: '',
          sources: [{ author: 'A', title: 'T', venue: '', year: null, url: '' }],
        },
      ],
    })),
  };
}

const articleOf = (key: string, headline: string, author: string | undefined, lastRead: number): ReadArticle => ({
  key,
  url: urlOf(key),
  headline,
  headlineFold: headlineFoldOf({ key, headline }),
  ...(author !== undefined && { author }),
  lastRead,
});

/** One annotation on words, everything about it given or plain. */
export const annotation = (given: Partial<Annotation> & { exact?: string } = {}): Annotation => {
  const { exact = 'the words', ...rest } = given;
  return {
    id: '019357a0-0000-7000-8000-000000000001',
    articleKey: '2022/11/one',
    target: { kind: 'words', quote: { exact, prefix: '', suffix: '' } },
    color: 'yellow',
    note: '',
    tags: [],
    created: 1000,
    updated: 1000,
    deleted: null,
    ...rest,
  };
};

/** A library with these annotations. */
export const libraryWith = (...annotations: Annotation[]): Content => ({
  ...emptyContent(),
  annotations,
});

/** The rows in the order of their ids. */
export const byId = (rows: Annotation[]): Annotation[] => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

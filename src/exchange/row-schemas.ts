import * as v from 'valibot';
import { LONGEST_KEY, parsePageAddress, urlOf } from '../core/address';
import { COLORS, headlineFoldOf } from '../core/annotation';
import { ARGUMENT_TYPES, CLAIM_KINDS, STRENGTHS, VERDICTS } from '../core/claim';
import { GRADES, itemOf } from '../core/review';
import { STANCES } from '../core/stance';
import type { Content } from '../store/rows';
import { isSo } from './reading';

/** In UTF-16 code units. Notes are longer than the page allows (100,000): a merged note holds both texts. */
const LONGEST = {
  headline: 1000,
  quote: 20_000,
  context: 1000,
  note: 1_000_000,
  /** A pack's name and a claim's. */
  id: 200,
  item: LONGEST_KEY + 300,
  tag: 200,
  tags: 200,
  history: 1000,
};
/** How deep a setting's value may be nested. */
const DEEPEST = 20;

const atMost = (length: number) => v.pipe(v.string(), v.maxLength(length));
const some = (length: number) => v.pipe(v.string(), v.nonEmpty(), v.maxLength(length));
/** Milliseconds since 1970 that a Date can hold. */
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));

const articleKey = v.pipe(
  some(LONGEST_KEY),
  isSo((key: string) => parsePageAddress(urlOf(key))?.key === key, 'refused_address'),
);

/** What a Quote knows of the places it may be taken for. */
const rivals = v.strictObject({
  same: v.pipe(v.number(), v.integer(), v.minValue(0)),
  unlike: v.pipe(
    v.array(
      v.pipe(
        v.array(v.strictObject({ at: v.pipe(v.number(), v.integer()), word: atMost(LONGEST.id) })),
        v.maxLength(100),
      ),
    ),
    v.maxLength(100),
  ),
});

const quote = v.strictObject({
  exact: some(LONGEST.quote),
  prefix: atMost(LONGEST.context),
  suffix: atMost(LONGEST.context),
  rivals: v.exactOptional(rivals),
});

const target = v.variant('kind', [
  v.strictObject({ kind: v.literal('words'), quote }),
  v.strictObject({ kind: v.literal('claim'), claimId: some(LONGEST.id), statement: atMost(LONGEST.headline) }),
]);

export const annotation = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  articleKey,
  target,
  color: v.picklist(COLORS),
  note: atMost(LONGEST.note),
  tags: v.pipe(v.array(some(LONGEST.tag)), v.maxLength(LONGEST.tags)),
  created: time,
  updated: time,
  deleted: v.nullable(time),
  lastSeen: v.exactOptional(
    v.strictObject({
      at: time,
      outcome: v.picklist(['found', 'edited', 'not found']),
      words: v.exactOptional(atMost(LONGEST.quote)),
      start: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
    }),
  ),
  formerQuotes: v.exactOptional(v.pipe(v.array(quote), v.maxLength(LONGEST.history))),
});

/** Of a page that notes may stand on. */
const address = v.pipe(
  v.string(),
  isSo((url: string) => parsePageAddress(url)?.url === url, 'refused_address'),
);

export const article = v.pipe(
  v.strictObject({
    key: articleKey,
    url: address,
    headline: atMost(LONGEST.headline),
    headlineFold: v.string(),
    author: v.exactOptional(some(LONGEST.headline)),
    lastRead: time,
  }),
  isSo(({ key, url }: Content['articles'][number]) => parsePageAddress(url)?.key === key, 'refused_other_article'),
  // Folded by us and not taken from the file: notes find their article by it.
  v.transform((row) => ({ ...row, headlineFold: headlineFoldOf(row) })),
);

export const setting = v.strictObject({
  name: v.pipe(
    v.string(),
    isSo((name: string) => /^[A-Za-z][\w.-]{0,99}$/.test(name), 'refused_setting'),
  ),
  value: v.pipe(
    v.unknown(),
    isSo((value: unknown) => isPlain(value, DEEPEST), 'refused_nested'),
    v.transform((value): unknown => structuredClone(value)),
  ),
});

function isPlain(value: unknown, depth: number): boolean {
  if (value === undefined) return false;
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0 || Object.hasOwn(value, '__proto__')) return false;
  return Object.values(value).every((field) => isPlain(field, depth - 1));
}

export const stance = v.strictObject({
  claimId: some(LONGEST.id),
  articleKey,
  statement: atMost(LONGEST.headline),
  opened: v.nullable(time),
  history: v.pipe(
    v.array(v.strictObject({ stance: v.nullable(v.picklist(STANCES)), time, moment: v.picklist(['before', 'after']) })),
    v.maxLength(LONGEST.history),
  ),
});

const days = v.pipe(v.number(), v.finite(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const card = v.strictObject({
  due: time,
  stability: days,
  difficulty: days,
  scheduledDays: days,
  learningSteps: count,
  reps: count,
  lapses: count,
  state: v.picklist(['learning', 'review', 'relearning']),
  lastReview: time,
});
const subject = v.variant('kind', [
  v.strictObject({ kind: v.literal('annotation'), annotationId: some(LONGEST.id) }),
  v.strictObject({ kind: v.literal('claim'), claimId: some(LONGEST.id) }),
]);
export const review = v.pipe(
  v.strictObject({
    id: some(LONGEST.item),
    articleKey,
    subject,
    card: v.nullable(card),
    buriedUntil: v.nullable(time),
    paused: v.boolean(),
  }),
  isSo((row: Content['reviews'][number]) => itemOf(row.articleKey, row.subject).id === row.id, 'refused_subject'),
);
export const grade = v.strictObject({
  id: some(LONGEST.id),
  itemId: some(LONGEST.item),
  grade: v.picklist(GRADES),
  time,
  before: v.nullable(card),
  after: card,
});
export const choice = v.strictObject({ articleKey, notes: v.boolean(), claims: v.boolean() });

/** The fields of a claim are texts of the reader's, as long as they like. */
const written = atMost(LONGEST.note);
const ownArgument = v.strictObject({
  title: written,
  type: v.picklist(ARGUMENT_TYPES),
  text: written,
  strength: v.picklist(STRENGTHS),
  reason: written,
  sources: v.pipe(
    v.array(
      v.strictObject({
        author: written,
        title: written,
        venue: written,
        year: v.nullable(v.pipe(v.number(), v.integer())),
        url: written,
      }),
    ),
    v.maxLength(LONGEST.tags),
  ),
});
const ownArguments = v.pipe(v.array(ownArgument), v.maxLength(LONGEST.tags));
export const ownClaim = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  articleKey,
  article: v.strictObject({
    url: address,
    headline: atMost(LONGEST.headline),
    author: atMost(LONGEST.headline),
  }),
  excerpt: v.strictObject({
    start: some(LONGEST.context),
    end: some(LONGEST.context),
    prefix: atMost(LONGEST.context),
    suffix: atMost(LONGEST.context),
  }),
  kind: v.picklist(CLAIM_KINDS),
  statement: written,
  verdict: v.picklist(VERDICTS),
  reason: written,
  counterarguments: ownArguments,
  support: ownArguments,
  created: time,
  updated: time,
  deleted: v.nullable(time),
});

/** What is left of an annotation that was deleted for good. */
export const tombstone = v.strictObject({ id: some(LONGEST.id), at: time });

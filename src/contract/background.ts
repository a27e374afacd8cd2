import * as v from 'valibot';
import { LONGEST_KEY } from '../core/address';
import { type Annotation, COLORS } from '../core/annotation';
import type { ArticleClaims } from '../core/claim';
import type { FoundEcho } from '../core/echo';
import { LONGEST_QUOTE, LONGEST_TEXT } from '../core/quote';
import type { Settings } from '../core/settings';
import { type ClaimStance, STANCES } from '../core/stance';
import type { Reason } from '../core/unworded';
import type { Messages } from '../i18n/messages';
import { type Answers, openDoor, type Parse } from './door';

/**
 * What a page may ask of the background. A request is parsed by its schema into a fresh object before anybody acts on it;
 * replies come from our own extension and are typed only.
 */

const LONGEST = {
  headline: 1000,
  context: 1000,
  note: 100_000,
  /** A pack's name and a claim's. */
  id: 200,
  sightings: 5000,
  sentence: 2000,
  sentences: 1000,
};
const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST.id));
const uuid = v.pipe(v.string(), v.uuid());
const color = v.picklist(COLORS);
const note = v.pipe(v.string(), v.maxLength(LONGEST.note));
const headline = v.pipe(v.string(), v.maxLength(LONGEST.headline));
const articleKey = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_KEY));
const context = v.pipe(v.string(), v.maxLength(LONGEST.context));

const word = v.strictObject({ at: v.pipe(v.number(), v.integer()), word: v.pipe(v.string(), v.maxLength(LONGEST.id)) });
const rivals = v.strictObject({
  same: v.pipe(v.number(), v.integer(), v.minValue(0)),
  unlike: v.pipe(v.array(v.pipe(v.array(word), v.maxLength(100))), v.maxLength(100)),
});

const quote = v.strictObject({
  exact: v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_QUOTE)),
  prefix: context,
  suffix: context,
  rivals: v.exactOptional(rivals),
});

/** The few words a passage begins and ends with. */
const fewWords = v.pipe(v.string(), v.maxLength(LONGEST.headline));
const excerpt = v.strictObject({ start: fewWords, end: fewWords, prefix: fewWords, suffix: fewWords });

const target = v.variant('kind', [
  v.strictObject({ kind: v.literal('words'), quote }),
  v.strictObject({
    kind: v.literal('claim'),
    claimId: id,
    statement: v.pipe(v.string(), v.maxLength(LONGEST.headline)),
  }),
]);

/** How a page found an annotation's quote; the background adds the time. */
const sighting = v.strictObject({
  id: uuid,
  outcome: v.picklist(['found', 'edited', 'not found']),
  words: v.exactOptional(v.pipe(v.string(), v.maxLength(LONGEST_QUOTE))),
  start: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
});
export type ReportedSighting = v.InferOutput<typeof sighting>;

/** `articleKey` says which article the page believes it shows. */
const schemas = {
  /** `text`: of a page of another site, when it is opened first: by it the background knows whose copy it is. */
  openArticle: v.strictObject({
    articleKey,
    headline,
    author: headline,
    text: v.exactOptional(v.pipe(v.string(), v.maxLength(LONGEST_TEXT))),
  }),
  saveAnnotation: v.strictObject({ articleKey, id: uuid, target, color, note }),
  changeAnnotation: v.strictObject({
    articleKey,
    id: uuid,
    /** `from` is the text that a changed note was made of. */
    change: v.strictObject({ color: v.exactOptional(color), note: v.exactOptional(note), from: v.exactOptional(note) }),
  }),
  deleteAnnotation: v.strictObject({ articleKey, id: uuid }),
  restoreAnnotation: v.strictObject({ articleKey, id: uuid }),
  /** Which claims of other articles these sentences of the page resemble. */
  findEchoes: v.strictObject({
    articleKey,
    headline,
    sentences: v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST.sentence))), v.maxLength(LONGEST.sentences)),
  }),
  /** Never again shows a claim of another article on this one. */
  dismissEcho: v.strictObject({ articleKey, claimArticle: articleKey, claimId: id }),
  /** Takes this back. */
  restoreEcho: v.strictObject({ articleKey, claimArticle: articleKey, claimId: id }),
  takeStance: v.strictObject({ articleKey, claimId: id, stance: v.nullable(v.picklist(STANCES)) }),
  openCounterargument: v.strictObject({ articleKey, claimId: id }),
  /** Counts anew what is due for review, on the toolbar button. */
  showDue: v.strictObject({}),
  reattachAnnotation: v.strictObject({ articleKey, id: uuid, quote }),
  reportSightings: v.strictObject({ articleKey, sightings: v.pipe(v.array(sighting), v.maxLength(LONGEST.sightings)) }),
  reportReading: v.strictObject({ found: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  openPopup: v.strictObject({}),
  /** Makes a claim of the reader's on these words, and opens its form. */
  makeClaim: v.strictObject({ articleKey, id: uuid, headline, author: headline, excerpt }),
  /** Puts the script with all that a reader acts with into the page. */
  bringCompanion: v.strictObject({}),
};

export type BackgroundRequests = { [V in keyof typeof schemas]: v.InferOutput<(typeof schemas)[V]> };

export interface BackgroundReplies {
  openArticle: OpenedArticle;
  saveAnnotation: Annotation;
  changeAnnotation: Annotation;
  deleteAnnotation: Annotation;
  restoreAnnotation: Annotation;
  findEchoes: FoundEcho[];
  dismissEcho: null;
  restoreEcho: null;
  takeStance: ClaimStance;
  openCounterargument: ClaimStance | null;
  showDue: null;
  reattachAnnotation: Annotation;
  reportSightings: null;
  reportReading: null;
  openPopup: null;
  makeClaim: null;
  bringCompanion: null;
}

/** All a page needs for one reading of one article. */
export interface OpenedArticle {
  claims: ArticleClaims | null;
  annotations: Annotation[];
  /** What the reader has said to its claims. */
  stances: ClaimStance[];
  settings: Settings;
  /** The words of the interface, where the reader chose another language than the browser's. */
  messages: Messages | null;
  /** Why the library could not be read, so that annotations and settings are not the reader's; `null` when all is well. */
  problem: Reason | null;
}

export type BackgroundAnswers = Answers<BackgroundRequests, BackgroundReplies>;

export const openBackgroundDoor = (answers: BackgroundAnswers): void => openDoor('background', parsers(), answers);

function parsers() {
  const parsing = ([verb, schema]: [string, v.GenericSchema]): [string, Parse<unknown>] => [
    verb,
    (request) => {
      const parsed = v.safeParse(schema, request);
      return parsed.success ? parsed.output : null;
    },
  ];
  return Object.fromEntries(Object.entries(schemas).map(parsing)) as {
    [V in keyof BackgroundRequests]: Parse<BackgroundRequests[V]>;
  };
}

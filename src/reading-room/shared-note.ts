import * as v from 'valibot';
import { type Annotation, COLORS } from '../core/annotation';
import { LONGEST_QUOTE } from '../core/quote';

/** In UTF-16 code units. What is longer is not shared, and not shown. */
const LONGEST = { note: 20_000, statement: 1000, id: 200, context: 2000 };
/** Rivals, and differences of each, that a quote may know of. */
const MOST_RIVALS = 100;
/** Of a shared note as JSON: nothing longer is parsed. */
const LONGEST_JSON = 100_000;

const some = (length: number) => v.pipe(v.string(), v.nonEmpty(), v.maxLength(length));
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));

const whole = v.pipe(v.number(), v.integer());
const quote = v.strictObject({
  exact: some(LONGEST_QUOTE),
  prefix: v.pipe(v.string(), v.maxLength(LONGEST.context)),
  suffix: v.pipe(v.string(), v.maxLength(LONGEST.context)),
  rivals: v.exactOptional(
    v.strictObject({
      same: v.pipe(whole, v.minValue(0)),
      unlike: v.pipe(
        v.array(
          v.pipe(
            v.array(v.strictObject({ at: whole, word: v.pipe(v.string(), v.maxLength(LONGEST.id)) })),
            v.maxLength(MOST_RIVALS),
          ),
        ),
        v.maxLength(MOST_RIVALS),
      ),
    }),
  ),
});

/** An annotation as a room sees it: words, color and note; no tags, and nothing of how it was found. */
const sharedNote = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  target: v.variant('kind', [
    v.strictObject({ kind: v.literal('words'), quote }),
    v.strictObject({ kind: v.literal('claim'), claimId: some(LONGEST.id), statement: some(LONGEST.statement) }),
  ]),
  color: v.picklist(COLORS),
  note: v.pipe(v.string(), v.maxLength(LONGEST.note)),
  created: time,
  updated: time,
});
export type SharedNote = v.InferOutput<typeof sharedNote>;

/** What of an annotation is shared, as JSON; `null` when it is too long to be. */
export function shared({ id, target, color, note, created, updated }: Annotation): string | null {
  const said: SharedNote = {
    id,
    target,
    color,
    note,
    created,
    updated,
  };
  const json = JSON.stringify(said);
  return json.length <= LONGEST_JSON && v.is(sharedNote, said) ? json : null;
}

/** What somebody shared, as a fresh object; `null` when it is anything else, for anybody may write anything. */
export function readShared(words: string): SharedNote | null {
  if (words.length > LONGEST_JSON) return null;
  try {
    const parsed = v.safeParse(sharedNote, JSON.parse(words));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Characters of a name. */
const LONGEST_NAME = 60;
/** Controls, and what turns the direction of what stands after it. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A name as it may be shown; empty when there is none. */
export const cleanName = (name: unknown): string =>
  typeof name === 'string' ? name.slice(0, LONGEST_NAME).replace(UNSEEN, '').trim() : '';

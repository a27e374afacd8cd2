import * as v from 'valibot';
import type { Unworded, UnwordedKey } from '../core/unworded';
import type { Content } from '../store/rows';

/** A row, or a whole file, that was not taken, and why. */
export interface Refused {
  /** Where it stands, as the reader can find it: "annotations, row 3". */
  where: Unworded;
  /** Which of its fields is meant, as the file calls it; not there when it is the row. */
  field?: string;
  /** "is not on an article of The Diplomat". */
  reason: Unworded;
}

/** Why something was refused. */
export type Reason = Pick<Refused, 'field' | 'reason'>;

/** A reason that needs no more than its message. */
export const because = (key: UnwordedKey, values?: Unworded['values']): Reason => ({
  reason: { key, ...(values && { values }) },
});

/** A refusal of the whole file. */
export const refusedFile = (key: UnwordedKey, values?: Unworded['values']): Refused => ({
  where: { key: 'exchange_at_file' },
  ...because(key, values),
});

/** What was read of a file: fresh rows, checked by schema, and what was refused. */
export interface Reading {
  rows: Content;
  refused: Refused[];
}

/** Longer files are refused before they are parsed, in UTF-16 code units: 10,000 notes of 10,000 characters. */
const LONGEST_FILE = 100_000_000;

/** Parses a file's JSON. What is wrong with the file comes back as a refusal, never as an exception. */
export function parseJson(text: string): { value: unknown } | { refused: Refused } {
  if (text.length > LONGEST_FILE) return { refused: refusedFile('refused_too_long', { count: LONGEST_FILE }) };
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return { refused: refusedFile('refused_not_json') };
  }
}

/** Checks a value in a schema. @param otherwise the message that says what it is not */
export const isSo = <T>(holds: (value: T) => boolean, otherwise: UnwordedKey): v.CheckAction<T, UnwordedKey> =>
  v.check(holds, otherwise);

/** In UTF-16 code units: what is told of a value that was not expected. */
const LONGEST_VALUE = 100;

/** The first thing a schema found wrong. */
export function reasonOf([issue]: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): Reason {
  const path = issue.path?.map((step) => String(step.key)).join('.');
  const inField = path === undefined ? {} : { field: path.slice(0, LONGEST_VALUE) };
  if (issue.type === 'strict_object' && issue.expected === 'never') return { ...inField, ...because('refused_field') };
  // What isSo has found.
  if (issue.type === 'check') return { ...inField, ...because(issue.message as UnwordedKey) };
  if (issue.received === 'undefined') return { ...inField, ...because('refused_missing') };
  const values = {
    expected: (issue.expected ?? issue.type).slice(0, LONGEST_VALUE),
    received: issue.received.slice(0, LONGEST_VALUE),
  };
  return { ...inField, ...because('refused_expected', values) };
}

/**
 * The name of a field that stands in what was read and not in what the schema made of it; `null` when nothing was
 * dropped. Only own fields count, so that a field called `__proto__` or `constructor` is seen as well.
 */
export function droppedField(input: unknown, output: unknown): string | null {
  if (typeof input !== 'object' || input === null || typeof output !== 'object' || output === null) return null;
  for (const name of Object.keys(input)) {
    if (!Object.hasOwn(output, name)) return name;
    const deeper = droppedField((input as Record<string, unknown>)[name], (output as Record<string, unknown>)[name]);
    if (deeper !== null) return deeper;
  }
  return null;
}

/** A string of UTF-16 that any file can hold: half characters become U+FFFD. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

import type * as v from 'valibot';
import type { Content } from '../store/rows';

/** A row, or a whole file, that was not taken, and why. */
export interface Refused {
  /** Where it stands, as the reader can find it: "annotations, row 3", "line 17". */
  where: string;
  /** The rest of a sentence: "is not an article of The Diplomat". */
  reason: string;
}

/** What was read of a file: fresh rows, checked by schema, and what was refused. */
export interface Reading {
  rows: Content;
  refused: Refused[];
}

/** Longer files are refused before they are parsed, in UTF-16 code units: 10,000 notes of 10,000 characters. */
const LONGEST_FILE = 100_000_000;

/** Parses a file's JSON. What is wrong with the file comes back as a refusal, never as an exception. */
export function parseJson(text: string): { value: unknown } | { refused: Refused } {
  const refuse = (reason: string) => ({ refused: { where: 'the file', reason } });
  if (text.length > LONGEST_FILE) return refuse('is larger than 100 million characters');
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return refuse('is not JSON, or was cut off');
  }
}

/** The first thing a schema found wrong, in one short line. */
export function reasonOf(issues: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const [issue] = issues;
  const field = issue.path?.map((step) => String(step.key)).join('.');
  const reason =
    issue.type === 'strict_object' && issue.expected === 'never'
      ? 'is not a field this version of Counterpoint knows'
      : issue.message;
  return (field ? `${field}: ${reason}` : reason).slice(0, 200);
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

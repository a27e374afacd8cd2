import { COLORS, type Color } from '../core/annotation';
import { isRecord, type Parse } from './door';

type Test<T> = (value: unknown) => value is T;

/**
 * Parses a message of few and plain fields, without a schema library: what a page is asked comes from our own pages and our
 * background only, and the page's first script has no room for more. Exact: a field too many refuses the whole.
 */
export function fields<T extends object>(tests: { [K in keyof T]-?: Test<T[K]> }): Parse<T> {
  return (message) => {
    if (!isRecord(message) || !Object.keys(message).every((key) => Object.hasOwn(tests, key))) return null;
    const parsed: Record<string, unknown> = {};
    for (const [key, test] of Object.entries<Test<unknown>>(tests)) {
      if (!test(message[key])) return null;
      if (message[key] !== undefined) parsed[key] = message[key];
    }
    return parsed as T;
  };
}

/** The id of a claim or annotation. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= 200;
export const isStep = (value: unknown): value is 1 | -1 => value === 1 || value === -1;
export const isOptionalFlag = (value: unknown): value is boolean | undefined =>
  value === undefined || typeof value === 'boolean';
export const isColor = (value: unknown): value is Color => COLORS.some((color) => color === value);
export const isIdOrNull = (value: unknown): value is string | null => value === null || isId(value);

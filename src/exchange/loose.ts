import * as v from 'valibot';

/** An object of a file as JSON.parse made it: looked into by `field` only. */
export const record = v.record(v.string(), v.unknown());

/**
 * A field of something that may be no object at all; own fields only, so nothing is inherited from a prototype.
 * The files of other programs are looked into so, and what is found goes through the schema of our own rows.
 */
export const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

/** A text, or an empty one where there is something else. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A list: JSON-LD writes a list of one as the one, and an empty one not at all. */
export const asList = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

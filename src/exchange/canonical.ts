import { UnwordedError } from '../core/unworded';

/**
 * JSON with the fields of every object in the order of their names, so that the same content gives the same bytes.
 * Lone surrogates come out as escapes (ECMA-262, JSON.stringify is well-formed) and survive a file in UTF-8.
 * @throws UnwordedError when a value is not JSON (a date, NaN, undefined): writing it would lose it silently.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value))) {
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
  }
  throw new UnwordedError('error_not_json', { value: Object.prototype.toString.call(value) });
}

/** Whether two JSON values are the same, whatever the order of their fields. */
export const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

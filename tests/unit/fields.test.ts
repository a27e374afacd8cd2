import { describe, expect, it } from 'vitest';
import { fields, isColor, isId, isIdOrNull, isOptionalFlag, isStep } from '../../src/contract/fields';

describe('a request to a page', () => {
  const step = fields({ by: isStep });
  const go = fields({ id: isId });
  const highlight = fields<{ withNote?: boolean | undefined }>({ withNote: isOptionalFlag });

  it('is parsed into a fresh object', () => {
    const request = { by: -1 };
    expect(step(request)).toEqual({ by: -1 });
    expect(step(request)).not.toBe(request);
    expect(highlight({})).toEqual({});
    expect(highlight({ withNote: true })).toEqual({ withNote: true });
    expect(fields({ emphasised: isIdOrNull })({ emphasised: null })).toEqual({ emphasised: null });
    expect(fields({ color: isColor })({ color: 'blue' })).toEqual({ color: 'blue' });
  });

  it.each([
    ['nothing', null],
    ['no object', 'c1'],
    ['a list', ['c1']],
    ['a field that is missing', {}],
    ['a field of another kind', { id: 7 }],
    ['an empty id', { id: '' }],
    ['an id without end', { id: 'x'.repeat(201) }],
    ['a field too many', { id: 'c1', and: 1 }],
    ['a field of the prototype', JSON.parse('{"id":"c1","__proto__":{"by":1}}')],
  ])('is refused with %s', (_, request) => {
    expect(go(request)).toBeNull();
  });

  it('takes no step but one on or back', () => {
    for (const by of [0, 2, '1', null, true]) expect(step({ by })).toBeNull();
  });
});

import { expect, it } from 'vitest';
import { placesInWords } from '../../src/ui/places';

it('says where the claims are', () => {
  const places = [...Array(14).fill('found'), 'not shown', 'not shown'] as const;
  expect(placesInWords([...places])).toBe('16 claims, 14 found, 2 in the part not shown');
  expect(placesInWords(['found', 'not found'])).toBe('2 claims, 1 found, 1 not found');
  expect(placesInWords(['found'])).toBe('1 claim, 1 found');
  expect(placesInWords([null, null])).toBe('2 claims');
});

import { expect, it } from 'vitest';
import { cleanTag, withTag } from '../../../src/core/tag';
import { diffWords } from '../../../src/library/word-diff';

it('a word diff says what went and what came', () => {
  expect(diffWords('made in one direction', 'made in either direction')).toEqual([
    { kind: 'same', words: 'made in' },
    { kind: 'gone', words: 'one' },
    { kind: 'new', words: 'either' },
    { kind: 'same', words: 'direction' },
  ]);
  expect(diffWords('', 'a')).toEqual([{ kind: 'new', words: 'a' }]);
});

it('tags are cleaned, and not doubled by case', () => {
  expect(cleanTag('  ##South   China\tSea ')).toBe('South China Sea');
  expect(cleanTag(' # ')).toBeNull();
  expect(withTag(['ASEAN'], 'asean')).toEqual(['ASEAN']);
});

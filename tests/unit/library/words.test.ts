import { describe, expect, it } from 'vitest';
import { findEdited } from '../../../src/anchoring/edited';
import { cleanTag, withTag } from '../../../src/core/tag';
import { diffWords } from '../../../src/library/word-diff';

describe('words that were edited', () => {
  const before = 'The count that the ministry kept was one of ';
  const after = ', which nobody in the capital disputed at the time.';
  const quote = { exact: 'visits made in one direction only', prefix: before, suffix: after };

  it('are what stands between the same neighbors', () => {
    expect(findEdited(`${before}visits made in either direction only${after}`, [quote])).toEqual([
      'visits made in either direction only',
    ]);
  });

  it('are not others that took their place', () => {
    expect(findEdited(`${before}letters sent by post and never read${after}`, [quote])).toEqual([null]);
  });

  it('are not told when the neighbors are gone or stand twice', () => {
    const page = `${before}visits made in either direction only${after}`;
    expect(findEdited(`${page} ${page}`, [quote])).toEqual([null]);
    expect(findEdited('Something else entirely.', [quote])).toEqual([null]);
  });
});

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

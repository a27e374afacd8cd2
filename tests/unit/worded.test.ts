import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { UnwordedError } from '../../src/core/unworded';
import { sentenceOf } from '../../src/i18n/worded';

/** As Dexie passes on what the browser says. */
const passedOn = (name: string, words: string): Error => {
  const ofBrowser = new DOMException(words, name);
  return new Dexie.UnknownError(`${name} ${words}`, ofBrowser);
};

describe('what an error says to the reader', () => {
  it.each([
    ['QuotaExceededError', 'There is no room left for the library on this device.'],
    ['VersionError', 'The library was last opened by a newer Counterpoint.'],
    [
      'InvalidStateError',
      'The browser lets nothing be stored (The words.). The disk may be full, or private browsing switched on for good.',
    ],
    ['ConstraintError', 'The words.'],
  ])('%s of the database', (name, sentence) => {
    expect(sentenceOf(passedOn(name, 'The words.'))).toBe(sentence);
  });

  it('the browser’s words once, ours in the reader’s language, and whatever else as it is', () => {
    expect(sentenceOf(new TypeError('It is no function.'))).toBe('It is no function.');
    expect(sentenceOf(new UnwordedError('error_snapshot_gone'))).toBe('This snapshot is no longer there.');
    expect(sentenceOf('words')).toBe('words');
  });
});

import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { errorOf, reasonOf, UnwordedError } from '../../src/core/unworded';
import { type Messages, useMessages } from '../../src/i18n/messages';
import { sentenceOf } from '../../src/i18n/worded';

const messagesOf = (language: string) =>
  JSON.parse(readFileSync(`_locales/${language}/messages.json`, 'utf8')) as Messages;
/** As it comes out of a message between contexts. */
const sent = (error: unknown) => errorOf(structuredClone(reasonOf(error)));

describe('why something failed', () => {
  afterEach(() => useMessages(messagesOf('en')));

  it('is told in the language of who asked, whatever is spoken where it failed', () => {
    const spoken = { fr: messagesOf('fr'), ar: messagesOf('ar') };
    useMessages(spoken.fr);
    const failed = sent(new UnwordedError('error_no_annotation'));
    useMessages(spoken.ar);
    expect(sentenceOf(failed)).toBe(spoken.ar.error_no_annotation?.message);
    expect(sentenceOf(failed)).not.toBe(spoken.fr.error_no_annotation?.message);
  });

  it('keeps what was put into it', () => {
    const failed = sent(new UnwordedError('refused_newer', { version: 7, reads: 1 }));
    expect(sentenceOf(failed)).toMatch(/7.*1|1.*7/);
  });

  it('is in the browser’s words where it is the browser’s', () => {
    expect(sentenceOf(sent(new DOMException('The disk is full.', 'QuotaExceededError')))).toBe('The disk is full.');
    expect(sentenceOf(sent('out of memory'))).toBe('out of memory');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { locale, t, useMessages } from '../../src/i18n/messages';

const messagesOf = (language: string) => JSON.parse(readFileSync(`_locales/${language}/messages.json`, 'utf8'));

describe('numbers in messages', () => {
  afterAll(() => useMessages(messagesOf('en')));

  it.each(readdirSync('_locales'))('are written as the language writes them: %s', (language) => {
    useMessages(messagesOf(language));
    const number = new Intl.NumberFormat(locale());
    for (const percent of [0, 7, 16, 999, 1000, 1_234_567, 0.5, -3]) {
      expect(t('map_zoom', { percent })).toContain(number.format(percent));
    }
  });
});

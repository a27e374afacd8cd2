import { locale } from '../i18n/messages';

/** A date of an article (`2022-11`, `2025-07-16`) in words: November 2022, July 16, 2025. */
export function publishedInWords(published: string): string {
  const [year = 0, month = 1, day] = published.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day ?? 1));
  const parts: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(locale(), day ? { ...parts, day: 'numeric' } : parts).format(date);
}

/** Made once for a locale: to make one takes as long as a hundred uses. */
let day = { locale: '', format: new Intl.DateTimeFormat() };

/** A moment (milliseconds since 1970) as a day in the reader's time zone. */
export function dayInWords(time: number): string {
  if (day.locale !== locale()) {
    day = { locale: locale(), format: new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }) };
  }
  return day.format.format(time);
}

/** A moment (milliseconds since 1970) as day and time in the reader's time zone. */
export const momentInWords = (time: number): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(time);

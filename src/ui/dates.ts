/** A date of an article (`2022-11`, `2025-07-16`) in words: November 2022, July 16, 2025. */
export function publishedInWords(published: string): string {
  const [year = 0, month = 1, day] = published.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day ?? 1));
  const parts: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  return new Intl.DateTimeFormat('en', day ? { ...parts, day: 'numeric' } : parts).format(date);
}

/** Made once: to make one takes as long as a hundred uses. */
const DAY = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

/** A moment (milliseconds since 1970) as a day in the reader's time zone. */
export const dayInWords = (time: number): string => DAY.format(time);

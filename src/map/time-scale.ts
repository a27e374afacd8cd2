/** A date of the claim database (`2023-09`, `2023-09-10`, or a year) as milliseconds since 1970: of a month its middle, of a year its beginning. */
export function timeOf(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  return Date.UTC(year, (month ?? 1) - 1, day ?? (month ? 15 : 1));
}

/** How far a moment is on the way from the article to now: from 0 to 1. */
export function shareOf(date: string | number, published: string, now: number): number {
  const start = timeOf(published);
  const time = typeof date === 'string' ? timeOf(date) : date;
  return now <= start ? 0 : Math.min(1, Math.max(0, (time - start) / (now - start)));
}

/** The years that begin between the article and now. */
export function yearsBetween(published: string, now: number): number[] {
  const first = new Date(timeOf(published)).getUTCFullYear() + 1;
  const last = new Date(now).getUTCFullYear();
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

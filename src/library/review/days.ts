import { dayStart } from '../../core/day';
import type { CardState, GradeGiven } from '../../core/review';
import { counted, t } from '../../i18n/messages';

/** A day and how much was, or will be, reviewed on it. */
export interface DayCount {
  /** The day's first moment in the reader's time zone. */
  day: number;
  count: number;
}

/** Weeks from Monday to Sunday, the last of them this one; days to come are left out. */
export function weeksOf(grades: Pick<GradeGiven, 'time'>[], now: number, weeks: number): DayCount[][] {
  const counts = countByDay(grades.map(({ time }) => time));
  const sinceMonday = (new Date(now).getDay() + 6) % 7;
  const today = dayStart(now);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => dayStart(now, (week - weeks + 1) * 7 - sinceMonday + weekday))
      .filter((day) => day <= today)
      .map((day) => ({ day, count: counts.get(day) ?? 0 })),
  );
}

/** The first moment that weeksOf shows. */
export const weeksBegin = (now: number, weeks: number): number => weeksOf([], now, weeks)[0]?.[0]?.day ?? dayStart(now);

/** What comes due on each of the next days. The first is today, with all that is overdue and the new ones of today. */
export function forecastOf(cards: CardState[], today: number, now: number, days: number): DayCount[] {
  const counts = countByDay(cards.map(({ due }) => due));
  return Array.from({ length: days }, (_, i) => {
    const day = dayStart(now, i);
    return { day, count: i === 0 ? today : (counts.get(day) ?? 0) };
  });
}

function countByDay(times: number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const time of times) counts.set(dayStart(time), (counts.get(dayStart(time)) ?? 0) + 1);
  return counts;
}

/** How much a day's count is, from 0 (nothing) to 4, against the goal. */
export const levelOf = (count: number, goal: number): number =>
  count === 0 ? 0 : Math.min(4, Math.max(1, Math.ceil((count / goal) * 3)) + (count > goal ? 1 : 0));

/** A time to wait in a few letters: 10 min, 1 day, 3 weeks, 1.5 months. */
export function intervalInWords(milliseconds: number): string {
  const minutes = milliseconds / 60_000;
  if (minutes < 90) return t('review_minutes', { count: Math.max(1, Math.round(minutes)) });
  const days = minutes / 1440;
  if (days < 0.95) return t('review_hours', { count: Math.round(minutes / 60) });
  if (days < 14) return counted('review_days', Math.round(days));
  if (days < 60) return counted('review_weeks', Math.round(days / 7));
  if (days < 365) return counted('review_months', Math.round(days / 30.4));
  return counted('review_years', Math.round(days / 36.525) / 10);
}

import { describe, expect, it } from 'vitest';
import { dayStart } from '../../../src/core/day';
import { forecastOf, intervalInWords, levelOf, weeksBegin, weeksOf } from '../../../src/library/review/days';
import { afterGrade } from '../../../src/library/review/schedule';

/** A Tuesday. */
const NOW = new Date(2026, 2, 10, 9).getTime();
const at = (month: number, day: number, hour = 0, minute = 0) => new Date(2026, month - 1, day, hour, minute).getTime();

describe('days', () => {
  it('begin at midnight of the reader, also where a day has 23 or 25 hours', () => {
    expect(dayStart(at(3, 10, 23, 59))).toBe(at(3, 10));
    for (let day = 0; day < 400; day++) expect(new Date(dayStart(NOW, day)).getHours()).toBe(0);
  });

  it('weeks begin on Monday, the last is this one and ends today', () => {
    const weeks = weeksOf([{ time: at(3, 10, 0, 1) }, { time: at(3, 10, 8) }, { time: at(3, 8, 23, 59) }], NOW, 15);
    expect(weeks.map((week) => week.length)).toEqual([...Array(14).fill(7), 2]);
    expect(weeks.at(-1)).toEqual([
      { day: at(3, 9), count: 0 },
      { day: at(3, 10), count: 2 },
    ]);
    expect(weeks.at(-2)?.at(-1)).toEqual({ day: at(3, 8), count: 1 });
    expect(new Date(weeksBegin(NOW, 15)).getDay()).toBe(1);
  });

  it('the forecast counts each day once and today as the queue has it', () => {
    const card = afterGrade(null, 3, NOW);
    const days = forecastOf(
      [
        { ...card, due: at(3, 1) },
        { ...card, due: at(3, 12, 7) },
        { ...card, due: at(3, 12) },
      ],
      4,
      NOW,
      14,
    );
    expect(days).toHaveLength(14);
    expect(days.slice(0, 4).map(({ count }) => count)).toEqual([4, 0, 2, 0]);
  });

  it('a day without reviews is level 0, one over the goal level 4', () => {
    expect([0, 1, 5, 10, 11, 500].map((count) => levelOf(count, 10))).toEqual([0, 1, 2, 3, 4, 4]);
  });

  it('intervals are told in a few letters', () => {
    const DAY = 86_400_000;
    const told = [600_000, DAY / 4, DAY, 3 * DAY, 21 * DAY, 90 * DAY, 365 * DAY, 1000 * DAY].map(intervalInWords);
    expect(told).toEqual(['10 min', '6 h', '1 day', '3 days', '3 weeks', '3 months', '1 year', '2.7 years']);
  });
});

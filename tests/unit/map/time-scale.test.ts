import { describe, expect, it } from 'vitest';
import { shareOf, timeOf, yearsBetween } from '../../../src/map/time-scale';

const now = Date.UTC(2026, 10, 22);

describe('the time line', () => {
  it('goes from the article to now, to scale', () => {
    expect(shareOf('2022-11-22', '2022-11-22', now)).toBe(0);
    expect(shareOf('2024-11-22', '2022-11-22', now)).toBeCloseTo(0.5, 2);
    expect(shareOf(now, '2022-11-22', now)).toBe(1);
  });

  it('stands a month in its middle and a year at its beginning', () => {
    expect(timeOf('2024-08')).toBe(Date.UTC(2024, 7, 15));
    expect(timeOf('2024')).toBe(Date.UTC(2024, 0, 1));
  });

  it('leaves nothing outside, whatever the clock says', () => {
    expect(shareOf('2022-11-01', '2022-11', now)).toBe(0);
    expect(shareOf('2030-01', '2022-11', now)).toBe(1);
    expect(shareOf('2024-01', '2025-07', Date.UTC(2020, 0, 1))).toBe(0);
  });

  it('marks the years that begin on the way', () => {
    expect(yearsBetween('2022-11', now)).toEqual([2023, 2024, 2025, 2026]);
    expect(yearsBetween('2026-07', now)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { type Box, placeCard } from '../../src/content-script/place-card';

/** Numbers that look random and are the same in every run (mulberry32). */
function numbers(seed: number): (from: number, to: number) => number {
  let state = seed;
  return (from, to) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.round(from + (((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * (to - from));
  };
}

const meets = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

describe('a card', () => {
  it('never covers the words it speaks of, whatever the window, the words and the card', () => {
    const pick = numbers(7);
    for (let i = 0; i < 20_000; i++) {
      const view = { left: pick(0, 50), top: pick(0, 9000), width: pick(280, 2000), height: pick(240, 1400) };
      const column = {
        left: pick(0, view.width / 2),
        top: view.top - pick(0, 300),
        width: pick(100, view.width),
        height: pick(30, 900),
      };
      const inset = pick(0, column.width / 2);
      const words = {
        left: column.left + inset,
        top: column.top + pick(0, 20),
        width: column.width - inset,
        height: pick(20, column.height),
      };
      const bottom = view.top + view.height + pick(0, 4000);
      const wish = { width: 392, height: pick(120, 2400) };
      const place = placeCard(words, column, view, wish, bottom);
      const card = { ...place, height: Math.min(wish.height, place.maxHeight) };
      const covers = meets(card, words);
      const isWide = place.width > view.width || place.left + place.width > view.left + view.width;
      if (covers || isWide) {
        throw new Error(
          `${covers ? 'covers' : 'too wide'}: ${JSON.stringify({ words, column, view, wish, bottom, place })}`,
        );
      }
    }
  });

  it('stands in the margin where there is one', () => {
    const view = { left: 0, top: 0, width: 1240, height: 900 };
    const column = { left: 80, top: 300, width: 660, height: 200 };
    const place = placeCard({ ...column, height: 60 }, column, view, { width: 392, height: 500 }, 4000);
    expect(place.left).toBeGreaterThan(740);
    expect(place.width).toBe(392);
  });

  it('stands above where the document ends', () => {
    const view = { left: 0, top: 3000, width: 400, height: 800 };
    const words = { left: 16, top: 3650, width: 368, height: 100 };
    const place = placeCard(words, words, view, { width: 392, height: 400 }, 3800);
    expect(place.top + 400).toBeLessThanOrEqual(3650);
  });
});

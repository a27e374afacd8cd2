import { describe, expect, it } from 'vitest';
import { lightness } from '../../src/content-script/lightness';

describe('how light an ink is', () => {
  it.each([
    ['rgb(230, 230, 230)', 'rgba(29, 31, 34, 0.9)'],
    ['oklch(0.92 0.01 80)', 'oklch(0.25 0.03 260)'],
    ['oklab(0.92 0.01 -0.02)', 'oklab(0.25 1.5e-5 -0.02)'],
    ['lab(91.2 0.5 -0.5)', 'lab(11.8 -0.6 -2)'],
    ['lch(91.2 0.5 250)', 'lch(11.8 2 250)'],
    ['color(srgb 0.9 0.9 0.88)', 'color(srgb 0.11 0.12 0.13 / 0.9)'],
    ['color(display-p3 0.9 0.9 0.88)', 'color(display-p3 0.11 0.12 0.13)'],
  ])('in every notation in which a browser may tell it: %s, %s', (light, dark) => {
    expect(lightness(light)).toBeGreaterThan(0.8);
    expect(lightness(dark)).toBeLessThan(0.3);
  });
});

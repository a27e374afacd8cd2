import { describe, expect, it } from 'vitest';
import { claimInView } from '../../src/content-script/in-view';

const at = (id: string, top: number, bottom: number) => ({ id, top, bottom });

describe('the claim in view', () => {
  it('is the one at the reading line, three tenths down the view', () => {
    expect(claimInView([at('a', 100, 200), at('b', 250, 350), at('c', 400, 500)], 0, 1000)).toBe('b');
  });

  it('of two at the line, the one that began first', () => {
    expect(claimInView([at('b', 290, 400), at('a', 200, 320)], 0, 1000)).toBe('a');
  });

  it('where none is at the line, the last that began above it; where none did, the first below', () => {
    expect(claimInView([at('a', 20, 60), at('b', 100, 200), at('c', 400, 500)], 0, 1000)).toBe('b');
    expect(claimInView([at('b', 700, 800), at('a', 400, 500)], 0, 1000)).toBe('a');
  });

  it('is none that has left the view, or stands under the head that the page keeps fixed', () => {
    expect(claimInView([at('a', -80, -10), at('b', 1001, 1100)], 0, 1000)).toBeNull();
    expect(claimInView([at('a', 10, 60)], 70, 1000)).toBeNull();
    expect(claimInView([], 0, 1000)).toBeNull();
  });
});

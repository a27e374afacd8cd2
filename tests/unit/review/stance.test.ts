import { describe, expect, it } from 'vitest';
import { noStance, type Stance, stanceNow, summaryOf, withOpened, withStance } from '../../../src/core/stance';

const claim = { claimId: 'a-claim', articleKey: '2022/11/one', statement: 'A statement.' };
const MINUTE = 60_000;

/** A history told as it happened, a minute between any two: a stance, `null` for one taken back, `open` for reading. */
const told = (...acts: (Stance | null | 'open')[]) =>
  acts.reduce(
    (kept, act, i) => (act === 'open' ? withOpened(kept, (i + 1) * MINUTE) : withStance(kept, act, (i + 1) * MINUTE)),
    noStance(claim),
  );

describe('stances', () => {
  it('the first, given before a counterargument was opened, is "before"; later ones are "after"', () => {
    expect(summaryOf(told('agree', 'open', 'unsure', 'disagree'))).toEqual({
      before: 'agree',
      after: 'disagree',
      now: 'disagree',
      changed: true,
    });
    expect(told('agree', 'unsure').history.map(({ moment }) => moment)).toEqual(['before', 'after']);
  });

  it('one given after reading has no "before"', () => {
    expect(summaryOf(told('open', 'agree'))).toEqual({ before: null, after: 'agree', now: 'agree', changed: false });
    expect(summaryOf(told('open', 'agree', 'disagree')).changed).toBe(true);
  });

  it('keeps every change with its time', () => {
    expect(told('agree', 'open', 'unsure', 'agree').history.map(({ stance, time }) => [stance, time / MINUTE])).toEqual(
      [
        ['agree', 1],
        ['unsure', 3],
        ['agree', 4],
      ],
    );
    expect(summaryOf(told('agree', 'open', 'unsure', 'agree')).changed).toBe(false);
  });

  it('a repeated stance changes nothing, nor does a second opening', () => {
    const kept = told('agree', 'open');
    expect(withStance(kept, 'agree', 9 * MINUTE)).toBe(kept);
    expect(withOpened(kept, 9 * MINUTE)).toBe(kept);
  });

  it('taken back before reading, it was never said; after reading, it is kept that it was', () => {
    expect(told('agree', null).history).toEqual([]);
    expect(told('agree', null, 'open', 'unsure').history.map(({ moment }) => moment)).toEqual(['after']);
    const kept = told('agree', 'open', null);
    expect(stanceNow(kept)).toBeNull();
    expect(summaryOf(kept)).toMatchObject({ before: 'agree', now: null, changed: false });
  });

  it('a slip of the hand is put right, and is no change of mind', () => {
    const slipped = withStance(withStance(noStance(claim), 'agree', MINUTE), 'disagree', MINUTE + 2000);
    expect(summaryOf(slipped)).toEqual({ before: 'disagree', after: null, now: 'disagree', changed: false });
    const read = withOpened(withStance(noStance(claim), 'agree', MINUTE), MINUTE + 1000);
    expect(summaryOf(withStance(read, 'disagree', MINUTE + 2000)).changed).toBe(true);
  });
});

import { expect, it } from 'vitest';
import { foldHeadline } from '../../src/core/headline';

it('a headline is the same in other dress', () => {
  const plain = foldHeadline("Why the Stall in US-Vietnam Relations is Necessary for Vietnam's Security");
  expect(foldHeadline('Why the Stall in U.S.–Vietnam Relations Is Necessary for Vietnam’s Security')).toBe(plain);
  expect(foldHeadline('  WHY the Stall in US‑Vietnam\u00a0Relations is Necessary for Vietnam’s Security ')).toBe(plain);
  expect(foldHeadline('Nguyễn Phú Trọng in Đà Nẵng')).toBe(foldHeadline('Nguyen Phu Trong in Da Nang'));
});

it('other words are another headline', () => {
  expect(foldHeadline('Why Vietnam will balance against China')).not.toBe(
    foldHeadline('Why Vietnam will not balance against China'),
  );
});

it('too little to know an article by is nothing', () => {
  expect(foldHeadline('Interview')).toBe('');
  expect(foldHeadline('')).toBe('');
});

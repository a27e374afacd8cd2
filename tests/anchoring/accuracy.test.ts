import { expect, it } from 'vitest';
import { DRESS } from './families/dress';
import { EDITS } from './families/edit';
import { MOVES } from './families/move';
import { measure, newScore } from './measure';
import { samples } from './texts';

/** More seeds by `ANCHORING_SEEDS=20`; odd ones are those on which parameters were chosen, even ones report. */
const SEEDS = Number(process.env.ANCHORING_SEEDS ?? 1);
const ODD = process.env.ANCHORING_TUNE ? 1 : 0;
const seeds = Array.from({ length: SEEDS }, (_, k) => 2 * k + 2 - ODD);
const total = newScore();

for (const family of [...DRESS, ...EDITS, ...MOVES]) {
  it(`${family.name}: the right words or none`, { timeout: 600_000 }, () => {
    const score = newScore();
    for (const sample of samples()) for (const seed of seeds) measure(sample, family, seed, score);
    for (const key of ['right', 'wrong', 'missed', 'gone', 'attached', 'silent', 'torn'] as const)
      total[key] += score[key];
    const there = score.right + score.wrong + score.missed;
    const line = `${family.name.padEnd(38)} right ${((100 * score.right) / Math.max(1, there)).toFixed(2).padStart(6)} % of ${there}, wrong ${score.wrong}, missed ${score.missed}; gone ${score.gone}, attached ${score.attached}; silent ${score.silent}, torn ${score.torn}`;
    console.log(line);
    if (score.failures.length > 0)
      console.log(score.failures.slice(0, Number(process.env.ANCHORING_SHOW ?? 5)).join('\n'));
    expect(score.wrong).toBeLessThanOrEqual(Math.ceil(there / 3000));
  });
}

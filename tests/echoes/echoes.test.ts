import { describe, expect, it } from 'vitest';
import { LEAST, prepareClaims, resemblances } from '../../src/echoes/echo';
import { sentencesOf } from '../../src/echoes/sentences';
import { hasRealPages, judged, realPages, writtenPages } from './labelled';

const pages = writtenPages();
/** The threshold is chosen on one half; the other half judges it. */
const chosenOn = pages.filter((_, i) => i % 2 === 0);
const judgedOn = pages.filter((_, i) => i % 2 === 1);
/** Precision and recall in one, precision weighing twice (van Rijsbergen 1979): what is shown has to be right. */
const f05 = ({ precision: p, recall: r }: ReturnType<typeof judged>): number => (1.25 * p * r) / (0.25 * p + r || 1);
const figures = (name: string, { precision, recall, shown }: ReturnType<typeof judged>) =>
  console.log(`${name}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, ${shown.length} shown`);

describe('echoes on labelled articles', () => {
  it('are judged on enough: 20 articles, 200 sentences that resemble nothing', () => {
    expect(pages.length).toBeGreaterThanOrEqual(20);
    expect(pages.flatMap(({ labels }) => labels).filter((ids) => ids.length === 0).length).toBeGreaterThanOrEqual(200);
  });

  it('have the highest threshold of those that do best on the half it is chosen on', () => {
    const steps = Array.from({ length: 15 }, (_, i) => (i + 4) / 20);
    const best = Math.max(...steps.map((least) => f05(judged(chosenOn, least))));
    expect(LEAST).toBe(steps.findLast((least) => f05(judged(chosenOn, least)) === best));
    figures('chosen on', judged(chosenOn, LEAST));
  });

  it('are right in nine of ten on the half that was not used, and not by showing little', () => {
    const result = judged(judgedOn, LEAST);
    figures('judged on', result);
    expect(result.precision, JSON.stringify(result.shown.filter(({ right }) => !right))).toBeGreaterThanOrEqual(0.9);
    expect(result.recall).toBeGreaterThanOrEqual(0.7);
  });

  it.skipIf(!hasRealPages)('are right in nine of ten on the two articles, each against the claims of the other', () => {
    const result = judged(realPages(), LEAST);
    figures('the two articles', result);
    expect(result.precision, JSON.stringify(result.shown.filter(({ right }) => !right))).toBeGreaterThanOrEqual(0.9);
    expect(result.shown.length).toBeGreaterThanOrEqual(8);
  });
});

describe('a sentence', () => {
  const claim = {
    statement: 'The United States cannot shield Vietnam against another Chinese invasion by land in 2030.',
    label: 'No American shield for Vietnam',
    cues: ['pushing Vietnam too hard', 'depends on China for its security'],
    excerpt: { start: '', end: '' },
    headline: 'Vietnam and the United States',
  };
  const echoes = (sentence: string) => resemblances([sentence], 'A headline', prepareClaims([claim])).length > 0;

  it('echoes a claim that says the same in other forms of the words', () => {
    expect(echoes('Washington could not shield the Vietnamese against another invasion by China over land.')).toBe(
      true,
    );
  });

  it.each([
    ['denies it', 'The United States can shield Vietnam against another Chinese invasion by land.'],
    [
      'is about another state',
      'The United States cannot shield the Philippines against another Chinese invasion by land.',
    ],
    ['leaves its state out', 'The United States cannot shield Taiwan against another invasion by land.'],
    [
      'has other numbers',
      'The United States could not shield Vietnam against another Chinese invasion by land in 1979.',
    ],
    ['has two words in common', 'Another invasion of jellyfish came to Vietnam from China and the United States.'],
  ])('does not when it %s', (_, sentence) => {
    expect(echoes(sentence)).toBe(false);
  });

  it('echoes a cue when its words stand together, in their order', () => {
    expect(echoes('Pushing Vietnam too hard serves nobody.')).toBe(true);
    expect(echoes('For its security, like it or not, Vietnam depends on China.')).toBe(false);
    expect(echoes('Vietnam depends heavily on China for its own security.')).toBe(true);
    expect(echoes('China depends on Vietnam for its security.')).toBe(false);
    expect(echoes('Vietnam does not depend on China for its security.')).toBe(false);
  });
});

it('sentences end where they end', () => {
  const text =
    'The U.S. Navy left Danang in 1973. Mr. Trong met J. Biden (again)? “It is so.” Nobody, however, minds.\nA headline of a box';
  expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'The U.S. Navy left Danang in 1973.',
    'Mr. Trong met J. Biden (again)?',
  ]);
});

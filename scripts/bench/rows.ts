import type { Annotation, ReadArticle } from '../../src/core/annotation';
import { COLORS } from '../../src/core/annotation';
import { foldHeadline } from '../../src/core/headline';

/** A library made up from a seed: the same every time. */
export interface MadeLibrary {
  annotations: Annotation[];
  articles: ReadArticle[];
}

/** Words as often as they are in prose: a few very often, most hardly ever. */
const SYLLABLES = 'an ba che do el fa gri ho in ju ka lo mi nor op pra qui re sta tu ur ve wa xi yo zen'.split(' ');
const COMMON =
  'the of and to in a that is for on with as by it at from be this which or an are was has not have its their more than'.split(
    ' ',
  );
const NAMES = ['Nguyễn', 'Đà Nẵng', 'ASEAN', 'Beijing', 'Hà Nội', 'Washington', 'Manila', 'Tōkyō', 'São Tomé'];
const TAGS = ['asean', 'hedging', 'tariffs', 'south-china-sea', 'history', 'energy', 'rare earths', 'doubt', 'quote'];

/** So many annotations on an article for every 25 of them. */
export function makeLibrary(count: number, seed = 7): MadeLibrary {
  let state = seed;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const vocabulary = Array.from({ length: 12_000 }, () => {
    const syllables = 2 + Math.floor(random() * 3);
    return Array.from({ length: syllables }, () => pick(SYLLABLES)).join('');
  });
  const word = () =>
    random() < 0.45
      ? pick(COMMON)
      : random() < 0.04
        ? pick(NAMES)
        : (vocabulary[Math.floor(random() ** 3 * 12_000)] ?? '');
  const prose = (words: number) => Array.from({ length: words }, word).join(' ');
  const now = Date.UTC(2026, 0, 1);
  const articles = Array.from({ length: Math.max(1, Math.ceil(count / 25)) }, (_, i): ReadArticle => {
    const headline = `${prose(7)} ${pick(NAMES)}`.replace(/^./, (first) => first.toUpperCase());
    const key = `20${String(15 + (i % 10))}/${String(1 + (i % 12)).padStart(2, '0')}/made-${i}`;
    const url = `https://thediplomat.com/${key}/`;
    return { key, url, headline, headlineFold: foldHeadline(headline), lastRead: now - i * 3_600_000 };
  });
  const annotations = Array.from({ length: count }, (_, i): Annotation => {
    const created = now - i * 1_800_000 - Math.floor(random() * 900_000);
    const quote = { exact: prose(8 + Math.floor(random() * 40)), prefix: prose(8), suffix: prose(8) };
    const tags = random() < 0.5 ? [...new Set([pick(TAGS), pick(TAGS)])] : [];
    const row: Annotation = {
      id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
      articleKey: articles[Math.floor(i / 25)]?.key ?? '',
      target: { kind: 'words', quote },
      color: pick(COLORS),
      note: random() < 0.5 ? `${prose(12)} **${word()}** ${prose(6)}.` : '',
      tags,
      created,
      updated: created,
      deleted: random() < 0.01 ? created : null,
    };
    const fate = random();
    if (fate < 0.01) row.lastSeen = { at: created, outcome: 'not found' };
    else if (fate < 0.02) {
      row.lastSeen = { at: created, outcome: 'edited', words: quote.exact.replace(/\S+ (\S+)/, 'other $1') };
    }
    return row;
  });
  return { annotations, articles };
}

import type { SourceFile } from '../../src/claims/read-claim-file';

/** Claim files made up from a seed: the same every time, and no two of them alike. */
export interface MadeClaims {
  bibliography: SourceFile;
  articles: () => Generator<SourceFile>;
}

const SYLLABLES = 'an ba che do el fa gri ho in ju ka lo mi nor op pra qui re sta tu ur ve wa xi yo zen'.split(' ');
const COMMON = 'the of and to in a that is for on with as by it at from be this which or an are was has not'.split(' ');
/** Works cited by turns, each by many. */
const SOURCES = 2000;

/** So many articles with five claims each, a counterargument and a support to each claim. */
export function makeClaims(count: number, claims = 5): MadeClaims {
  let state = 12345;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  let cited = 0;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const vocabulary = Array.from({ length: 9000 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES)).join(''),
  );
  const word = () => (random() < 0.45 ? pick(COMMON) : (vocabulary[Math.floor(random() ** 3 * 9000)] ?? ''));
  const prose = (words: number) => Array.from({ length: words }, word).join(' ');
  const argument = () => ({
    title: prose(5),
    type: 'evidence',
    text: prose(45),
    strength: 'moderate',
    reason: prose(10),
    sources: [`work${cited++ % SOURCES}`],
  });
  const work = () => ({ author: prose(2), title: prose(7), venue: prose(2), year: 2020, verified: 'known' });
  const works = Object.fromEntries(Array.from({ length: SOURCES }, (_, i) => [`work${i}`, work()]));
  function* articles(): Generator<SourceFile> {
    for (let i = 0; i < count; i++) {
      const month = String(1 + (i % 12)).padStart(2, '0');
      const article = {
        url: `https://thediplomat.com/20${15 + (i % 10)}/${month}/made-${i}/`,
        headline: headlineOf(i),
        author: prose(2),
        published: `20${15 + (i % 10)}-${month}`,
        summary: prose(60),
      };
      const made = Array.from({ length: claims }, (_, c) => ({
        id: `claim-${i}-${c}`,
        kind: 'factual',
        label: prose(4).slice(0, 60).trim(),
        statement: prose(22),
        excerpt: { start: prose(5), end: prose(5) },
        assessment: { verdict: 'mixed', reason: prose(25) },
        counterarguments: [argument()],
        support: [argument()],
      }));
      yield { path: `made-${i}.json`, text: JSON.stringify({ article, claims: made }) };
    }
  }
  return { bibliography: { path: 'bibliography.json', text: JSON.stringify(works) }, articles };
}

export const keyOf = (i: number): string => `20${15 + (i % 10)}/${String(1 + (i % 12)).padStart(2, '0')}/made-${i}`;
export const headlineOf = (i: number): string => `A made headline with the number ${i}`;

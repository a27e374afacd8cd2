import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it, describe as suite } from 'vitest';
import { parse } from 'yaml';
import { resolveAll } from '../../src/anchoring/resolve';
import { indexText } from '../../src/anchoring/text-index';
import type { Excerpt } from '../../src/core/quote';

const SHARED = new URL('../../../shared/', import.meta.url);

interface Research {
  claims: { anchor: Partial<Excerpt> & { start: string; end: string } }[];
}

/** Claims' excerpts and their articles, where both are there. */
function articles(): { name: string; paragraphs: string[]; excerpts: Excerpt[] }[] {
  if (!existsSync(new URL('articles/', SHARED)) || !existsSync(new URL('research/', SHARED))) return [];
  return readdirSync(new URL('articles/', SHARED)).map((file) => {
    const name = file.replace('.json', '');
    const { paragraphs } = JSON.parse(readFileSync(new URL(`articles/${file}`, SHARED), 'utf8')) as {
      paragraphs: string[];
    };
    const { claims } = parse(readFileSync(new URL(`research/${name}.yaml`, SHARED), 'utf8')) as Research;
    const excerpts = claims.map(({ anchor }) => ({
      start: anchor.start,
      end: anchor.end,
      prefix: anchor.prefix ?? '',
      suffix: anchor.suffix ?? '',
    }));
    return { name, paragraphs, excerpts };
  });
}

const plain = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

suite.skipIf(articles().length === 0)('the claims of the two articles', () => {
  for (const { name, paragraphs, excerpts } of articles()) {
    it(`${name}: each is found once, from its first words to its last`, () => {
      const text = paragraphs.join('\n');
      const outcomes = resolveAll(indexText(text), excerpts);
      for (const [k, { start, end }] of excerpts.entries()) {
        const outcome = outcomes[k];
        expect(outcome?.kind, start).toBe('found');
        if (outcome?.kind !== 'found') continue;
        const words = plain(text.slice(outcome.span.start, outcome.span.end));
        expect(words.startsWith(plain(start)) && words.endsWith(plain(end)), `${start} … ${end}: ${words}`).toBe(true);
      }
    });

    it(`${name}: each is found where the passage is cut down to its ends`, () => {
      for (const { start, end, prefix, suffix } of excerpts) {
        const text = `Some words before this. … ${prefix} ${start} … ${end} ${suffix} … And some after it.`;
        const [outcome] = resolveAll(text, [{ start, end, prefix, suffix }]);
        expect(outcome?.kind, start).toBe('found');
        if (outcome?.kind === 'found')
          expect(text.slice(outcome.span.start, outcome.span.end)).toBe(`${start} … ${end}`);
      }
    });
  }
});

it('a passage whose end is gone is not found', () => {
  const excerpt = { start: 'The river carried some', end: 'almost none by then', prefix: '', suffix: '' };
  expect(resolveAll('The river carried some silt once, and it was said to be enough.', [excerpt])).toEqual([
    { kind: 'missing', reason: 'gone' },
  ]);
});

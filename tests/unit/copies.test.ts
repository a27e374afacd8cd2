import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeClaims } from '../../scripts/bench/made-claims';
import { ClaimArchive } from '../../src/claims/archive-read';
import { writeArchive } from '../../src/claims/archive-write';
import { compileClaims } from '../../src/claims/compile';
import { Copies } from '../../src/claims/copies';
import type { StoredArticle } from '../../src/claims/database';
import { PRINTS_FILE } from '../../src/claims/prints-format';
import { readClaimDatabase } from '../../src/claims/vite-plugin';
import { inOwnProse } from '../pages/article';
import { sentence } from '../pages/prose';

const shipped = readClaimDatabase().articles;
const made = (() => {
  const { bibliography, articles } = makeClaims(300);
  return [...compileClaims(articles(), bibliography)];
})();

/** What knows copies of these articles, and the files it has read. */
function copiesOf(articles: StoredArticle[], files = writeArchive(articles)) {
  const reads: string[] = [];
  const read = async (name: string) => {
    reads.push(name);
    return new Uint8Array(files.get(name) ?? []).buffer;
  };
  return { copies: new Copies(read, new ClaimArchive(read)), reads, files };
}
const { copies } = copiesOf([...shipped, ...made]);
const keyOf = async (text: string) => (await copies.originalOf(text))?.key ?? null;

/** An article as another site has it: its own frame before and behind, a notice between the paragraphs. */
const framed = (paragraphs: string[]) =>
  [
    'En poursuivant la visite de ce site, vous acceptez l’utilisation de traceurs (cookies).',
    ...paragraphs.flatMap((paragraph, i) => [paragraph, ...(i % 2 ? ['Share this article', sentence(90 + i)] : [])]),
    ...Array.from({ length: 20 }, (_, i) => sentence(40 + i)),
  ].join('\n');

describe('copies of articles', () => {
  it.each(shipped.map((article) => [article.key, article] as const))(
    'are known by their words: %s',
    async (key, article) => {
      const { paragraphs } = inOwnProse(article);
      expect(await keyOf(framed(paragraphs))).toBe(key);
      expect(await keyOf(framed(paragraphs).toUpperCase().replaceAll('’', "'").replaceAll(' ', '\u00a0'))).toBe(key);
      expect(await keyOf(framed(paragraphs).replaceAll('tion', 'ti\u00adon'))).toBe(key);
    },
  );

  it('are known when a third is cut away, and when an editor has changed every tenth word', async () => {
    for (const article of shipped) {
      const { paragraphs } = inOwnProse(article);
      expect(await keyOf(framed(paragraphs.slice(0, Math.ceil((2 * paragraphs.length) / 3))))).toBe(article.key);
      const words = framed(paragraphs).split(' ');
      expect(await keyOf(words.map((word, i) => (i % 10 === 7 ? 'anders' : word)).join(' '))).toBe(article.key);
    }
  });

  it('are no pages that quote two passages, or a quarter of them', async () => {
    for (const article of shipped) {
      const { paragraphs } = inOwnProse(article);
      for (const few of [paragraphs.slice(0, 2), paragraphs.filter((_, i) => i % 4 === 0)]) {
        expect(await keyOf(framed(few))).toBeNull();
      }
    }
  });

  it('are no pages with the words of two articles: nobody can say which', async () => {
    expect(await keyOf(framed(shipped.flatMap((article) => inOwnProse(article).paragraphs)))).toBeNull();
  });

  it.each(readdirSync('tests/echoes/articles'))('are no pages of the same subject: %s', async (name) => {
    expect(await keyOf(readFileSync(`tests/echoes/articles/${name}`, 'utf8'))).toBeNull();
  });

  it('are no pages that say the claims in our words', async () => {
    for (const { claims, summary } of shipped) {
      const ours = claims.flatMap(({ statement, label, cues, counterarguments }) => [
        statement,
        label,
        ...cues,
        ...counterarguments.map(({ text }) => text),
      ]);
      expect(await keyOf([summary, ...ours].join('\n'))).toBeNull();
    }
    expect(await keyOf('')).toBeNull();
  });

  it('of articles with fewer than three claims are not known: too little to tell them by', async () => {
    const [article] = shipped as [StoredArticle];
    const short = { ...article, claims: article.claims.slice(0, 2) };
    expect(await copiesOf([short]).copies.originalOf(framed(inOwnProse(article).paragraphs))).toBeNull();
  });

  it('cost an unrelated page one file, and a copy the shard of its article', async () => {
    const many = copiesOf([...shipped, ...made]);
    await many.copies.originalOf(framed([]));
    expect(new Set(many.reads)).toEqual(new Set([PRINTS_FILE, 'claims/index.bin']));
    many.reads.length = 0;
    await many.copies.originalOf(framed(inOwnProse(shipped[0] as StoredArticle).paragraphs));
    expect(many.reads.filter((name) => name.includes('shards'))).toHaveLength(1);
  });

  it('are not looked for in prints that are damaged', async () => {
    const { copies: cut, files } = copiesOf(shipped);
    files.set(PRINTS_FILE, files.get(PRINTS_FILE)?.slice(0, -4) ?? new Uint8Array());
    await expect(cut.originalOf(framed([]))).rejects.toThrow(/damaged/);
  });
});

/** The real articles, one of which is known as a reprint with another site's frame; their texts are not in the repository. */
describe.skipIf(!existsSync('../shared/articles'))('copies of the real articles', () => {
  const real = existsSync('../shared/articles') ? readdirSync('../shared/articles') : [];
  it.each(real)('%s', async (name) => {
    const { url, headline, author, paragraphs, after } = JSON.parse(readFileSync(`../shared/articles/${name}`, 'utf8'));
    const page = [headline, `Par ${author}`, framed(paragraphs), ...after].join('\n');
    expect(url).toContain(await keyOf(page));
    expect(await keyOf(framed(paragraphs.slice(0, 2)))).toBeNull();
  });
});

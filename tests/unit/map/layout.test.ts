import { describe, expect, it } from 'vitest';
import { withSources } from '../../../src/claims/database';
import { readClaimDatabase } from '../../../src/claims/vite-plugin';
import { type ClaimNode, claimTree } from '../../../src/map/claim-tree';
import { type Box, type MapLayout, type MapMeasure, narrowLayout, wideLayout } from '../../../src/map/layout';
import { wrap } from '../../../src/map/wrap';

const database = readClaimDatabase();
const articles = database.articles.map((article) => withSources(article));
/** Every letter seven tenths of the font size wide: more than any text in a proportional font. */
const measure = (mirrored = false, rem = 16): MapMeasure => ({
  widthOf: (text, size) => 0.7 * size * text.length,
  rem,
  mirrored,
});
const all = (nodes: ClaimNode[]): ClaimNode[] => nodes.flatMap((node) => [node, ...all(node.carriedBy)]);
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the argument of an article', () => {
  it.each(articles)('has one thesis, and every claim once, under the one it supports: $headline', (article) => {
    const roots = claimTree(article);
    expect(roots.map(({ claim }) => claim.kind)).toEqual(['thesis']);
    expect(
      all(roots)
        .map(({ number }) => number)
        .sort((a, b) => a - b),
    ).toEqual(article.claims.map((_, i) => i + 1));
    for (const node of all(roots)) {
      for (const carrier of node.carriedBy)
        expect(carrier.claim.supports.map(({ claimId }) => claimId)).toContain(node.claim.id);
      expect(node.carriedBy.map(({ number }) => number)).toEqual(
        node.carriedBy.map(({ number }) => number).sort((a, b) => a - b),
      );
    }
  });

  it('stands under the article itself where no file says what supports what', () => {
    const [article] = articles;
    if (!article) throw new Error('no article');
    const loose = { ...article, claims: article.claims.map((claim) => ({ ...claim, supports: [] })) };
    const { boxes } = narrowLayout(claimTree(loose), 'The headline', measure(), 400);
    expect(boxes[0]).toMatchObject({ node: null, level: 1, lines: ['The headline'] });
    expect(boxes.slice(1).map(({ level, parent }) => [level, parent])).toEqual(loose.claims.map(() => [2, boxes[0]]));
  });
});

describe.each([
  ['wide', false],
  ['wide', true],
  ['narrow', false],
  ['narrow', true],
] as const)('the map, %s, mirrored: %s', (form, mirrored) => {
  const layouts = articles.flatMap((article) =>
    [16, 32].map(
      (rem): MapLayout =>
        form === 'wide'
          ? wideLayout(claimTree(article), article.headline, measure(mirrored, rem), 1200)
          : narrowLayout(claimTree(article), article.headline, measure(mirrored, rem), 320),
    ),
  );

  it('has no box upon another, and all of them inside', () => {
    for (const { boxes, width, height } of layouts) {
      for (const [i, a] of boxes.entries()) {
        expect(boxes.slice(i + 1).filter((b) => overlap(a, b))).toEqual([]);
        expect(a.x).toBeGreaterThanOrEqual(0);
        expect(a.y).toBeGreaterThanOrEqual(0);
        expect(a.x + a.width).toBeLessThanOrEqual(width + 0.01);
        expect(a.y + a.height).toBeLessThanOrEqual(height + 0.01);
      }
    }
  });

  it('keeps every line within its box, unless it is one word', () => {
    for (const { boxes, text } of layouts) {
      for (const { lines, width } of boxes) {
        for (const line of lines.filter((some) => some.includes(' '))) {
          expect(0.7 * text.size * line.length, line).toBeLessThanOrEqual(width - text.edge - text.padding);
        }
      }
    }
  });

  it('has one line to every claim but the thesis, and the thesis on the side the language begins', () => {
    for (const { boxes, edges } of layouts) {
      expect(edges.length).toBe(boxes.length - 1);
      const [thesis, ...others] = boxes;
      if (!thesis) throw new Error('no thesis');
      const outer = (box: Box) => (mirrored ? -(box.x + box.width) : box.x);
      for (const other of others) expect(outer(other)).toBeGreaterThan(outer(thesis));
    }
  });
});

describe('a text in a box', () => {
  const wide = (text: string) => text.length;

  it('breaks at spaces only, and loses no word', () => {
    expect(wrap('six centuries of deference', 10, 9, wide)).toEqual(['six', 'centuries', 'of', 'deference']);
    expect(wrap('six centuries of deference', 13, 9, wide)).toEqual(['six centuries', 'of deference']);
    expect(wrap('incomprehensibility', 5, 9, wide)).toEqual(['incomprehensibility']);
  });

  it('says by an ellipsis that it goes on', () => {
    expect(wrap('one two three four five', 7, 2, wide)).toEqual(['one two', 'three…']);
  });
});

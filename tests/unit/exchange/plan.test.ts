import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { BOTH_KEPT } from '../../../src/exchange/merge';
import { planImport } from '../../../src/exchange/plan';
import { type Content, emptyContent } from '../../../src/store/rows';
import { annotation, anyText, contentOf, libraryWith } from './arbitrary';

// Many runs, and perhaps a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const OTHER = '019357a0-0000-7000-8000-000000000002';
/** The one annotation that an import of one into a library with one writes; `null` when it writes none. */
const merged = (kept: Parameters<typeof annotation>[0], incoming: Parameters<typeof annotation>[0]) =>
  planImport(libraryWith(annotation(kept)), libraryWith(annotation(incoming)), 9000).put.annotations[0] ?? null;

/** The library after an import. */
function after(present: Content, { put }: { put: Content }): Content {
  const rows = new Map([...present.annotations, ...put.annotations].map((row) => [row.id, row]));
  const articles = new Map([...present.articles, ...put.articles].map((row) => [row.key, row]));
  const settings = new Map([...present.settings, ...put.settings].map((row) => [row.name, row]));
  return {
    ...present,
    tombstones: [...new Map([...present.tombstones, ...put.tombstones].map((row) => [row.id, row])).values()],
    annotations: [...rows.values()],
    articles: [...articles.values()],
    settings: [...settings.values()],
    stances: [...new Map([...present.stances, ...put.stances].map((row) => [row.articleKey, row])).values()],
    reviews: [...new Map([...present.reviews, ...put.reviews].map((row) => [row.id, row])).values()],
    reviewLog: [...new Map([...present.reviewLog, ...put.reviewLog].map((row) => [row.id, row])).values()],
    ownClaims: [...new Map([...present.ownClaims, ...put.ownClaims].map((row) => [row.id, row])).values()],
    reviewChoices: [
      ...new Map([...present.reviewChoices, ...put.reviewChoices].map((row) => [row.articleKey, row])).values(),
    ],
  };
}

describe('the plan of an import', () => {
  it('changes nothing when nothing is different', () => {
    expect(merged({}, {})).toBeNull();
    expect(merged({ updated: 2000 }, { updated: 3000 })).toBeNull();
  });

  it('lets the newer one win when only one was changed', () => {
    expect(merged({ note: 'old' }, { note: 'new', updated: 2000 })?.note).toBe('new');
    expect(merged({ note: 'new', updated: 2000 }, { note: 'old' })).toBeNull();
    expect(merged({ color: 'blue', updated: 3000 }, { color: 'pink', updated: 2000 })).toBeNull();
    expect(merged({}, { deleted: 2000, updated: 2000 })?.deleted).toBe(2000);
  });

  it('keeps both texts when both were changed, once', () => {
    const both = merged({ note: 'here', updated: 2000 }, { note: 'there', updated: 3000, color: 'pink' });
    expect(both).toMatchObject({ note: `there${BOTH_KEPT}here`, color: 'pink', updated: 9000 });
    expect(merged(both ?? {}, { note: 'there', updated: 3000, color: 'pink' })).toBeNull();
    expect(merged({ note: 'there, and more', updated: 2000 }, { note: 'there', updated: 3000 })).toBeNull();
  });

  it('knows the same words of the same article under another id, and keeps the texts and tags of both', () => {
    const twin = merged({ note: 'mine', tags: ['a'] }, { id: OTHER, note: 'yours', tags: ['b'], updated: 2000 });
    expect(twin).toMatchObject({ id: annotation().id, note: `yours${BOTH_KEPT}mine`, tags: ['a', 'b'] });
    expect(merged({ exact: 'some words' }, { id: OTHER, exact: 'some  words ' })).toBeNull();
    expect(merged({}, { id: OTHER, articleKey: '2022/11/two' })?.id).toBe(OTHER);
  });

  it('tells the same words at two places apart, and the bin from what stands', () => {
    const at = (prefix: string) => ({ kind: 'words' as const, quote: { exact: 'China', prefix, suffix: '' } });
    expect(merged({ target: at('in ') }, { id: OTHER, target: at('of ') })?.id).toBe(OTHER);
    expect(merged({ target: at('in ') }, { id: OTHER, target: at('') })).toBeNull();
    expect(merged({ deleted: 1 }, { id: OTHER })?.id).toBe(OTHER);
  });

  it('keeps what the reader chose here', () => {
    const chose = (value: boolean) => ({ ...libraryWith(), settings: [{ name: 'toolbar', value }] });
    expect(planImport(chose(false), chose(true), 1).put.settings).toEqual([]);
  });

  it('is settled after one import, and loses no text of a note that was written on both sides', () => {
    fc.assert(
      fc.property(contentOf(anyText), contentOf(anyText), fc.nat(), (present, other, swap) => {
        // Make the two libraries overlap: some of the other's annotations get the ids and places of ours.
        const incoming = {
          ...other,
          annotations: other.annotations.map((row, i) => {
            const ours = present.annotations[i];
            if (!ours || (swap >> i) % 3 === 0) return row;
            const { articleKey, target, deleted } = ours;
            return (swap >> i) % 3 === 1 ? { ...row, id: ours.id } : { ...row, articleKey, target, deleted };
          }),
        };
        const once = after(present, planImport(present, incoming, 5e12));
        expect(planImport(once, incoming, 6e12).put).toEqual(emptyContent());
        for (const { id, note, created, updated } of present.annotations) {
          const now = once.annotations.find((row) => row.id === id);
          const theirs = incoming.annotations.find((row) => row.id === id);
          if (theirs && (updated === created || theirs.updated === theirs.created)) continue;
          expect(now?.note).toContain(note);
        }
      }),
      { numRuns: 300 },
    );
  });
});

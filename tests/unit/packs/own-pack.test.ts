import { describe, expect, it } from 'vitest';
import { lacksOf, newOwnClaim, type OwnClaim, ownArticle } from '../../../src/core/own-claim';
import { ownPack } from '../../../src/packs/own-pack';
import { openPack } from '../../../src/packs/pack-file';
import { packUp } from '../../../src/packs/packing';
import { makeKeyPair, signerOf } from '../../../src/packs/signature';
import { bytesOf } from './made-pack';

const ABOUT = { id: 'mine-1a2b', name: 'Mine', author: 'A reader', release: 1, date: '2026-11-22' };
const SOURCE = { author: 'Jane Doe', title: 'Harbors', venue: 'Press', year: 2020, url: '' };
const ARGUMENT = {
  title: 'One is a copy',
  type: 'evidence',
  text: 'It is a copy.',
  strength: 'weak',
  reason: 'Seen.',
} as const;

const claim = (change: Partial<OwnClaim> = {}): OwnClaim => ({
  ...newOwnClaim(
    {
      id: '019357a0-0000-7000-8000-000000000001',
      articleKey: '2024/05/a-ledger',
      article: { url: 'https://thediplomat.com/2024/05/a-ledger/', headline: 'A Ledger', author: '' },
      excerpt: { start: 'The harbor master keeps', end: 'that were expected.', prefix: '', suffix: '' },
    },
    5,
  ),
  statement: 'Two ledgers are kept.',
  reason: 'Both were seen.',
  counterarguments: [{ ...ARGUMENT, sources: [SOURCE] }],
  ...change,
});
const opened = async (rows: OwnClaim[]) => {
  const pack = ownPack(ABOUT, rows);
  if (!pack) throw new Error('no pack');
  return openPack(bytesOf(await packUp(pack, await signerOf(await makeKeyPair()))));
};

describe('the reader’s claims as a pack', () => {
  it('are opened as any pack, signed, each under the pack’s name, a work cited twice listed once', async () => {
    const id = '019357a0-0000-7000-8000-000000000002';
    const { pack, key } = await opened([
      claim(),
      claim({ id, statement: `Long ${'words '.repeat(30)}`, support: [{ ...ARGUMENT, sources: [SOURCE, SOURCE] }] }),
    ]);
    expect(key).not.toBeNull();
    expect(pack.articles).toHaveLength(1);
    expect(pack.articles[0]?.claims.map((one) => one.id)).toEqual([
      'mine-1a2b:019357a0-0000-7000-8000-000000000001',
      `mine-1a2b:${id}`,
    ]);
    expect(pack.articles[0]?.claims[1]?.label).toMatch(/^Long .*…$/);
    expect(pack.articles[0]?.claims[1]?.support[0]?.sources).toHaveLength(1);
    expect(Object.values(pack.articles[0]?.works ?? {})).toEqual([
      { author: 'Jane Doe', title: 'Harbors', venue: 'Press', year: 2020 },
    ]);
  });

  it('leave out what is deleted or not whole, which is named', async () => {
    expect(ownPack(ABOUT, [claim({ reason: '' }), claim({ deleted: 7 })])).toBeNull();
    expect(lacksOf(claim())).toEqual([]);
    expect(lacksOf(claim({ statement: ' ', reason: '', counterarguments: [] }))).toEqual([
      'statement',
      'reason',
      'counterargument',
    ]);
    const half = { ...ARGUMENT, reason: '', sources: [{ ...SOURCE, year: null }] };
    expect(lacksOf(claim({ counterarguments: [half] }))).toEqual(['argument', 'source']);
    expect(
      lacksOf(claim({ counterarguments: [{ ...ARGUMENT, sources: [{ ...SOURCE, url: 'javascript:x' }] }] })),
    ).toEqual(['address']);
  });

  it('are shown as soon as they say something, with what is there', () => {
    expect(ownArticle([claim({ statement: '' })])).toBeNull();
    const half = [
      { ...ARGUMENT, title: '', sources: [{ ...SOURCE, year: null }] },
      { ...ARGUMENT, title: '', text: ' ', sources: [] },
    ];
    const [shown] = ownArticle([claim({ counterarguments: half })])?.claims ?? [];
    expect(shown?.counterarguments).toHaveLength(1);
    expect(shown?.counterarguments[0]).toMatchObject({ title: 'It is a copy.', citations: [] });
  });
});

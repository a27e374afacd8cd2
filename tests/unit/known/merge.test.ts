import { describe, expect, it } from 'vitest';
import { withSources } from '../../../src/claims/database';
import type { ArticleClaims } from '../../../src/core/claim';
import { merged } from '../../../src/known/merge';
import { openPack } from '../../../src/packs/pack-file';
import { madeClaim, madePack, packFile } from '../packs/made-pack';

const [article] = madePack().articles;

/** What a pack of this name holds, its second claim a reason for its first. */
async function ofPack(id: string, url = 'https://thediplomat.com/2024/05/a-ledger/'): Promise<ArticleClaims> {
  const claims = [madeClaim('two-ledgers'), madeClaim('third', { supports: ['two-ledgers'] })];
  const pack = madePack({ id, articles: [{ ...article, article: { ...article?.article, url }, claims }] });
  const [opened] = (await openPack(packFile(pack))).pack.articles;
  if (!opened) throw new Error('no article');
  return withSources(opened);
}
const origin = (id: string) => ({ kind: 'pack', id, name: id }) as const;

describe('claims of several origins on one article', () => {
  it('stand together, ours first and unmarked, each other with where it is from', async () => {
    const shipped = { ...(await ofPack('ours')), summary: 'Our summary.' };
    const whole = merged(shipped, [
      { origin: origin('a'), article: await ofPack('a') },
      { origin: origin('b'), article: await ofPack('b') },
    ]);
    expect(whole?.claims.map((claim) => [claim.id, claim.origin?.kind === 'pack' && claim.origin.id])).toEqual([
      ['ours:two-ledgers', false],
      ['ours:third', false],
      ['a:two-ledgers', 'a'],
      ['a:third', 'a'],
      ['b:two-ledgers', 'b'],
      ['b:third', 'b'],
    ]);
    expect(whole?.summary).toBe('Our summary.');
  });

  it('keep their reasons where a pack knows the article by another address', async () => {
    const other = await ofPack('a', 'https://thediplomat.com/2024/06/the-ledger/');
    const whole = merged(await ofPack('ours'), [{ origin: origin('a'), article: other }]);
    expect(whole?.key).toBe('2024/05/a-ledger');
    expect(whole?.claims.at(-1)?.supports).toEqual([{ articleKey: '2024/05/a-ledger', claimId: 'a:two-ledgers' }]);
  });

  it('are the pack’s alone where we have none, and nobody’s where there is nothing', async () => {
    const alone = await ofPack('a');
    expect(merged(null, [{ origin: origin('a'), article: alone }])?.claims).toHaveLength(2);
    expect(merged(null, [])).toBeNull();
    expect(merged(alone, [])).toBe(alone);
  });
});

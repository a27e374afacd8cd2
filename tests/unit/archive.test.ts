import { describe, expect, it } from 'vitest';
import { hashOf, INDEX_FILE, shardFile } from '../../src/claims/archive-format';
import { ClaimArchive } from '../../src/claims/archive-read';
import { writeArchive } from '../../src/claims/archive-write';
import type { StoredArticle } from '../../src/claims/database';
import { readClaimDatabase } from '../../src/claims/vite-plugin';

/** An archive of these articles, and the names of the files it has read. */
function archiveOf(articles: Iterable<StoredArticle>, files = writeArchive(articles)) {
  const reads: string[] = [];
  const archive = new ClaimArchive(async (name) => {
    reads.push(name);
    const bytes = files.get(name);
    if (!bytes) throw new Error(`no ${name}`);
    return new Uint8Array(bytes).buffer;
  });
  return { archive, reads, files };
}

const made = (i: number, change: Partial<StoredArticle> = {}): StoredArticle => ({
  key: `2020/01/made-${i}`,
  url: `https://thediplomat.com/2020/01/made-${i}/`,
  headline: `A made headline number ${i}`,
  author: 'Jane Doe',
  published: '2020-01',
  summary: 'Đà Nẵng \u{1f30a} '.repeat(200),
  claims: [],
  events: [],
  glossary: [],
  checks: [],
  works: {},
  ...change,
});

describe('the archive of claims', () => {
  const shipped = readClaimDatabase().articles;
  const many = Array.from({ length: 600 }, (_, i) => made(i));

  it.each([
    ['the shipped articles', shipped],
    ['600 articles', many],
  ])('gives every article back as it was, by its address and by its headline: %s', async (_, articles) => {
    const { archive } = archiveOf(articles);
    for (const article of articles) {
      expect(await archive.find({ key: article.key, headline: '' })).toEqual(article);
      const renamed = { key: '2022/11/another-slug', headline: article.headline.toUpperCase() };
      expect(await archive.find(renamed)).toEqual(article);
    }
    expect(await archive.find({ key: '2022/11/another-slug', headline: 'Another headline altogether' })).toBeNull();
    expect(await archive.find({ key: '2022/11/another-slug', headline: '' })).toBeNull();
  });

  it('is many shards when there are many articles, and reads one of them for one article', async () => {
    const { archive, reads, files } = archiveOf(many);
    expect([...files.keys()].filter((name) => name.startsWith('claims/shards/')).length).toBeGreaterThan(10);
    await archive.find({ key: '2020/01/made-77', headline: '' });
    expect(reads).toHaveLength(2);
    await archive.find({ key: '2020/01/made-78', headline: '' });
    expect(reads).toHaveLength(3);
    expect(reads.filter((name) => name === INDEX_FILE)).toHaveLength(1);
  });

  it('reads nothing for the articles asked for last, and keeps no more than those', async () => {
    const { archive, reads } = archiveOf(many);
    const names = many.slice(0, 6).map(({ key }) => ({ key, headline: '' }));
    for (const name of names) await archive.find(name);
    const read = reads.length;
    for (const name of names.slice(2)) expect((await archive.find(name))?.key).toBe(name.key);
    expect(reads).toHaveLength(read);
    await archive.find(names[0] ?? { key: '', headline: '' });
    expect(reads).toHaveLength(read + 1);
  });

  it('reads the index and nothing else for an article it does not know', async () => {
    const { archive, reads } = archiveOf(many);
    for (let i = 0; i < 1000; i++)
      await archive.find({ key: `2021/01/other-${i}`, headline: `Another headline, ${i}` });
    expect(reads).toEqual([INDEX_FILE]);
  });

  it('tells two addresses of one hash apart', async () => {
    // Found by search: among some 100,000 names two meet.
    const seen = new Map<number, string>();
    let pair: [string, string] | null = null;
    for (let i = 0; pair === null; i++) {
      const key = `2020/01/made-${i}`;
      const other = seen.get(hashOf(key));
      if (other) pair = [other, key];
      seen.set(hashOf(key), key);
    }
    const [first, second] = pair;
    const alone = archiveOf([made(0, { key: first })]);
    expect(await alone.archive.find({ key: second, headline: '' })).toBeNull();
    const both = archiveOf([
      ...many,
      made(0, { key: first, author: 'First' }),
      made(0, { key: second, author: 'Second' }),
    ]);
    expect((await both.archive.find({ key: first, headline: '' }))?.author).toBe('First');
    expect((await both.archive.find({ key: second, headline: '' }))?.author).toBe('Second');
  });

  it('knows no article by a headline that two have', async () => {
    const twins = [made(1, { headline: 'The week ahead in Asia' }), made(2, { headline: 'The Week Ahead in Asia' })];
    const { archive } = archiveOf([...many, ...twins]);
    expect(await archive.find({ key: '2024/01/week', headline: 'The week ahead in Asia' })).toBeNull();
  });

  it('has the same bytes in whatever order the articles come', () => {
    expect(writeArchive([...many].reverse())).toEqual(writeArchive(many));
  });

  it('refuses an index that is damaged, and asks again when it could not be read', async () => {
    const files = writeArchive(many);
    const index = files.get(INDEX_FILE) ?? new Uint8Array();
    const cut = archiveOf([], new Map([...files, [INDEX_FILE, index.slice(0, index.length - 2)]]));
    await expect(cut.archive.find({ key: 'a', headline: '' })).rejects.toThrow(/damaged/);
    cut.files.set(INDEX_FILE, index);
    expect(await cut.archive.find({ key: '2020/01/made-5', headline: '' })).toEqual(many[5]);
  });

  it('refuses a shard that is damaged, and does not wait for the rest of it', async () => {
    const { archive, files } = archiveOf([made(1)]);
    const shard = files.get(shardFile(0)) ?? new Uint8Array();
    files.set(shardFile(0), shard.slice(0, shard.length / 2));
    await expect(archive.find({ key: '2020/01/made-1', headline: '' })).rejects.toThrow();
  });

  it('holds nothing when there is nothing', async () => {
    const { archive } = archiveOf([]);
    expect(await archive.find({ key: '2020/01/made-5', headline: 'A made headline number 5' })).toBeNull();
  });
});

import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { runClaims } from '../../../scripts/claims/commands';
import { admit, type KeptPack } from '../../../src/packs/admit';
import { type OpenedPack, openPack } from '../../../src/packs/pack-file';
import { PackRefused } from '../../../src/packs/pack-refused';
import { LARGEST } from '../../../src/packs/packing';
import { fingerprintOf } from '../../../src/packs/signature';
import { bytesOf, madeClaim, madePack, packFile, zipped } from './made-pack';

/** A key pair, and the envelope's fields for what it signs. */
function signer() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
  return {
    key,
    sign: (pack: object) => ({
      key,
      signature: sign(null, Buffer.from(JSON.stringify(pack)), privateKey).toString('base64'),
    }),
  };
}

describe('a claim pack', () => {
  it.each([
    ['plain', packFile(madePack())],
    ['gzip', zipped(packFile(madePack()))],
  ])('is opened, its claims bearing its name: %s', async (_, bytes) => {
    const { pack, key } = await openPack(bytes);
    expect(key).toBeNull();
    expect(pack).toMatchObject({ id: 'a-class', release: 2 });
    expect(pack.articles[0]?.key).toBe('2024/05/a-ledger');
    expect(pack.articles[0]?.claims.map(({ id }) => id)).toEqual(['a-class:two-ledgers']);
    expect(pack.articles[0]?.works.doe2020harbor?.title).toBe('Harbors');
  });

  it('is opened with its key when its signature is right', async () => {
    const { key, sign } = signer();
    const opened = await openPack(packFile(madePack(), sign(madePack())));
    expect(opened.key).toBe(key);
    expect(await fingerprintOf(key)).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
  });

  const [article] = madePack().articles;
  const claims = (...list: object[]) => madePack({ articles: [{ ...article, claims: list }] });
  const other = signer();
  const hostile: [string, Uint8Array<ArrayBuffer>, RegExp][] = [
    ['no JSON', bytesOf('format: counterpoint-pack'), /is no JSON/],
    ['no text', new Uint8Array([0xff, 0xfe, 0x00]), /is no text/],
    ['another format', bytesOf('{"format":"something"}'), /is no claim pack/],
    ['100 MB', new Uint8Array(100 * 1024 * 1024), /larger than 20 MB/],
    ['a bomb in gzip', zipped(new Uint8Array(2 * LARGEST)), /larger than 20 MB/],
    ['a damaged gzip', zipped(packFile(madePack())).slice(0, 100), /cannot be unpacked/],
    ['deep nesting', bytesOf('['.repeat(500_000)), /nested too deeply/],
    ['deep nesting within', packFile(`{"id":${'['.repeat(100)}${']'.repeat(100)}}`), /nested too deeply/],
    ['__proto__', packFile('{"__proto__":{"enabled":true}}'), /field “__proto__”/],
    ['__proto__ outside', bytesOf('{"__proto__":{},"format":"counterpoint-pack"}'), /field “__proto__”/],
    [
      'constructor as a source',
      packFile(madePack({ bibliography: JSON.parse('{"constructor":{}}') })),
      /“constructor”/,
    ],
    ['a wrong type', packFile(madePack({ release: '2' })), /release Invalid type/],
    ['an unknown field', packFile(madePack({ script: 'x' })), /script/],
    [
      'a script in its text',
      packFile(claims(madeClaim('a', { statement: 'x <script>alert(1)</script>' }))),
      /markup in its text/,
    ],
    ['an image that runs', packFile(claims(madeClaim('a', { label: '<img src=x onerror=y>' }))), /markup in its text/],
    [
      'a script as an address',
      packFile(
        madePack({
          bibliography: { doe2020harbor: { ...madePack().bibliography.doe2020harbor, url: 'javascript:alert(1)' } },
        }),
      ),
      /doe2020harbor\.url is not a web address/,
    ],
    ['colliding ids', packFile(claims(madeClaim('a'), madeClaim('a'))), /the id "a" is used twice/],
    ['a source that is not there', packFile(madePack({ bibliography: {} })), /no source "doe2020harbor"/],
    [
      'an article of another site',
      packFile(madePack({ articles: [{ ...article, article: { ...article?.article, url: 'https://example.com/' } }] })),
      /is not the address/,
    ],
    ['a wrong hash', packFile(madePack(), { hash: '0'.repeat(64) }), /hash is wrong/],
    ['half a signature', packFile(madePack(), { key: other.key }), /by halves/],
    ['a signature of something else', packFile(madePack(), other.sign(madePack({ release: 3 }))), /signature is wrong/],
    [
      'a signature of another’s key',
      packFile(madePack(), { ...other.sign(madePack()), key: signer().key }),
      /signature is wrong/,
    ],
    ['a key of another length', packFile(madePack(), { key: 'AAAA', signature: 'AAAA' }), /signature is wrong/],
  ];
  it.each(hostile)('is refused with a reason: %s', async (_, bytes, reason) => {
    const refusal = await openPack(bytes).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(PackRefused);
    expect((refusal as Error).message).toMatch(reason);
    expect(({} as { enabled?: boolean }).enabled).toBeUndefined();
  });
});

describe('a later release', () => {
  const kept = ({ pack: { articles, ...about }, hash, key }: OpenedPack): KeptPack => ({
    ...about,
    hash,
    key,
    origin: 'class.json',
    imported: 0,
    enabled: true,
    articles: articles.length,
    claims: 1,
  });
  const owner = signer();
  const open = (pack: object, by: ReturnType<typeof signer> | null = owner) => openPack(packFile(pack, by?.sign(pack)));

  it('says what comes, goes and is changed', async () => {
    const before = await open(madePack());
    const article = {
      ...madePack().articles[0],
      claims: [madeClaim('two-ledgers', { label: 'Two' }), madeClaim('third')],
    };
    const after = await open(madePack({ release: 3, articles: [article] }));
    expect(admit(after, kept(before), before.pack.articles)).toEqual({
      kind: 'update',
      added: ['a-class:third'],
      removed: [],
      changed: ['a-class:two-ledgers'],
    });
    expect(admit(before, null, []).kind).toBe('new');
    expect(admit(before, kept(before), before.pack.articles).kind).toBe('same');
  });

  it.each([
    ['another key', () => open(madePack({ release: 3 }), signer()), /another key/],
    ['no key any more', () => open(madePack({ release: 3 }), null), /this one is not/],
    ['a lower release', () => open(madePack({ release: 1 })), /You have release 2 .* release 1/],
    [
      'another content under the same release',
      () => open(madePack({ name: 'Other' })),
      /another pack with the same release/,
    ],
  ])('is refused with %s', async (_, opened, reason) => {
    const before = await open(madePack());
    const later = await opened();
    expect(() => admit(later, kept(before), before.pack.articles)).toThrow(reason);
    expect(() => admit(later, kept(before), before.pack.articles)).toThrow(PackRefused);
  });
});

describe('npm run claims -- pack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'packs-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('makes a signed pack of claim files that a reader can open, and signs the next with the same key', async () => {
    const said: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((line) => void said.push(line));
    const [key, out] = [join(folder, 'key.pem'), join(folder, 'ferry.json')];
    const about = ['--id', 'ferry', '--name', 'Ferries', '--author', 'Nobody', '--key', key, '--out', out];
    const pack = (release: string) =>
      runClaims([
        'pack',
        'docs/example/ferry.yaml',
        '--bibliography',
        'docs/example/bibliography.yaml',
        ...about,
        '--release',
        release,
      ]);
    await pack('1');
    const first = await openPack(new Uint8Array(readFileSync(out)));
    await pack('2');
    const second = await openPack(new Uint8Array(readFileSync(out)));
    log.mockRestore();
    expect(first.pack.articles[0]?.claims.map(({ id }) => id)).toEqual([
      'ferry:example-bridge-pays',
      'ferry:example-price-kept',
    ]);
    expect(first.key).not.toBeNull();
    expect(second.key).toBe(first.key);
    expect(said.join('\n')).toContain(await fingerprintOf(first.key ?? ''));
  });
});

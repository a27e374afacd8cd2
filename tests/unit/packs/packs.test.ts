import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { stringify } from 'yaml';
import { runClaims } from '../../../scripts/claims/commands';
import { admit, type KeptPack } from '../../../src/packs/admit';
import { type OpenedPack, openPack } from '../../../src/packs/pack-file';
import { PackRefused } from '../../../src/packs/pack-refused';
import { LARGEST } from '../../../src/packs/packing';
import { fingerprintOf } from '../../../src/packs/signature';
import { bytesOf, madeClaim, madePack, packFile, signer, zipped } from './made-pack';

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

  it('is read as its author writes it, in YAML or JSON, and nobody vouches for it', async () => {
    const inYaml = await openPack(bytesOf(`# A class of ours\n${stringify(madePack())}`));
    const inJson = await openPack(bytesOf(JSON.stringify(madePack())));
    const compiled = await openPack(packFile(madePack()));
    expect(inYaml.pack).toEqual(compiled.pack);
    expect(inJson.pack).toEqual(compiled.pack);
    expect([inYaml.key, inJson.key]).toEqual([null, null]);
    expect(inYaml.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(inYaml.hash).not.toBe(inJson.hash);
  });

  const steps = (deep: number) => Array.from({ length: deep }, (_, i) => `${' '.repeat(i)}articles:`).join('\n');
  const [article] = madePack().articles;
  const claims = (...list: object[]) => madePack({ articles: [{ ...article, claims: list }] });
  const other = signer();
  const hostile: [string, Uint8Array<ArrayBuffer>, RegExp][] = [
    ['no pack', bytesOf('format: counterpoint-pack'), /is no claim pack/],
    ['broken JSON', bytesOf('{"format": '), /neither a pack in JSON/],
    ['prose', bytesOf('Dear reader,\nthis is no pack.'), /is no claim pack/],
    ['an empty file', bytesOf(''), /is no claim pack/],
    ['no text', new Uint8Array([0xff, 0xfe, 0x00]), /is no text/],
    ['another format', bytesOf('{"format":"something"}'), /is no claim pack/],
    ['100 MB', new Uint8Array(100 * 1024 * 1024), /larger than 20 MB/],
    ['a bomb in gzip', zipped(new Uint8Array(2 * LARGEST)), /larger than 20 MB/],
    ['a damaged gzip', zipped(packFile(madePack())).slice(0, 100), /cannot be unpacked/],
    ['deep nesting', bytesOf('['.repeat(500_000)), /nested too deeply/],
    ['deep nesting of YAML', bytesOf('- '.repeat(20_000)), /nested too deeply/],
    ['deep indentation of YAML', bytesOf(steps(1000)), /nested too deeply/],
    ['deep brackets in YAML', bytesOf(`articles: ${'['.repeat(20_000)}`), /nested too deeply/],
    ['YAML deeper than any pack', bytesOf(`articles: ${'['.repeat(50)}${']'.repeat(50)}`), /nested too deeply/],
    ['aliases of YAML, a bomb', bytesOf('articles: &a [x, x]\nid: [*a, *a]\n'), /Alias/],
    ['a tag of YAML', bytesOf('articles: !!js/function "x"\n'), /cannot be read as YAML/],
    ['one key twice in YAML', bytesOf('articles: []\narticles: []\n'), /cannot be read as YAML/],
    ['__proto__ in YAML', bytesOf('articles: []\n__proto__:\n  enabled: true\n'), /field “__proto__”/],
    ['two million characters of YAML', bytesOf(`articles: "${'x'.repeat(2_000_000)}"`), /million characters/],
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
    ['an id without end', packFile(claims(madeClaim('a'.repeat(101)))), /longer than 100/],
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
      added: [{ id: 'a-class:third', label: 'Two ledgers are kept' }],
      removed: [],
      changed: [{ id: 'a-class:two-ledgers', label: 'Two' }],
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

import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { openPack } from '../../src/packs/pack-file';
import { fingerprintOf } from '../../src/packs/signature';
import { BIBLIOGRAPHY, readSource } from './claim-files';

/** Makes one pack of claim files, signed if a key is given, and opens it as a reader's browser will. */
export async function packFiles(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      bibliography: { type: 'string', default: BIBLIOGRAPHY },
      id: { type: 'string' },
      name: { type: 'string' },
      author: { type: 'string' },
      release: { type: 'string', default: '1' },
      date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
      key: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const { id, name, author, out } = values;
  if (!id || !name || !author || !out || positionals.length === 0) {
    throw new Error('Say which: npm run claims -- pack FILE… --id ID --name NAME --author AUTHOR --out PACK.json');
  }
  const articles: unknown[] = positionals.map((path) => parse(readSource(path).text));
  const works = parse(readSource(values.bibliography).text) as Record<string, unknown>;
  const cited = JSON.stringify(articles);
  const bibliography = Object.fromEntries(Object.entries(works).filter(([key]) => cited.includes(`"${key}"`)));
  const release = Number(values.release);
  const pack = JSON.stringify({ id, name, author, release, date: values.date, articles, bibliography });
  const hash = createHash('sha256').update(pack).digest('hex');
  const signed = values.key ? signatureOf(pack, keyIn(values.key)) : {};
  const file = JSON.stringify({ format: 'counterpoint-pack', version: 1, hash, ...signed, pack });
  const { key, pack: opened } = await openPack(new TextEncoder().encode(file));
  writeFileSync(out, file);
  console.log(`${out}: ${opened.articles.length} articles, release ${release}`);
  if (key) console.log(`Signed. Tell your readers the key’s fingerprint: ${await fingerprintOf(key)}`);
}

/** The private key in a file (PKCS 8, PEM); a new one is written where there is none. */
function keyIn(path: string): KeyObject {
  if (existsSync(path)) return createPrivateKey(readFileSync(path, 'utf8'));
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  console.log(`${path}: a new key. Keep it: without it no later release of the pack is accepted.`);
  return privateKey;
}

function signatureOf(pack: string, key: KeyObject): { key: string; signature: string } {
  // The raw key is the end of its SPKI form (RFC 8410).
  const raw = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32);
  return { key: raw.toString('base64'), signature: sign(null, Buffer.from(pack), key).toString('base64') };
}

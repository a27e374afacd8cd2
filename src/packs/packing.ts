import * as v from 'valibot';
import { t } from '../i18n/messages';
import { PackRefused } from './pack-refused';
import { verify } from './signature';

/** What a file holds, and who signed it. */
export interface Packing {
  content: unknown;
  /** SHA-256 of the content's text, in hex. */
  hash: string;
  /** The key that signed it, in base64; `null` when nobody did. */
  key: string | null;
}

/** Bytes of a pack's file, and of what comes out of it. */
export const LARGEST = 20 * 1024 * 1024;
/** Brackets within brackets: a pack has eight. */
const DEEPEST = 32;

/**
 * The file: the pack as a text of JSON, so that what is hashed and signed are these very bytes, whoever wrote them how.
 * `hash` is the SHA-256 of the text in hex, `key` and `signature` (Ed25519, RFC 8032) are base64.
 */
const envelope = v.strictObject({
  format: v.literal('counterpoint-pack'),
  version: v.literal(1),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  key: v.optional(v.pipe(v.string(), v.base64())),
  signature: v.optional(v.pipe(v.string(), v.base64())),
  pack: v.string(),
});

/**
 * Opens a pack's file as far as its hash and signature are right. A pack as its author writes it, in YAML or JSON, has
 * neither, and nobody vouches for it.
 * @throws PackRefused
 */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Packing> {
  if (bytes.length > LARGEST) throw tooLarge();
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? await unzip(bytes) : bytes;
  const whole = decode(plain);
  const value = /^\s*[[{]/.test(whole) ? parseJson(whole) : await readYaml(whole);
  if (isSource(value)) return { content: value, hash: hex(await crypto.subtle.digest('SHA-256', plain)), key: null };
  const parsed = v.safeParse(envelope, value);
  if (!parsed.success) throw new PackRefused(t('pack_unknown'));
  const { hash, key, signature, pack } = parsed.output;
  const text = new TextEncoder().encode(pack);
  if (hex(await crypto.subtle.digest('SHA-256', text)) !== hash) {
    throw new PackRefused(t('pack_hash'));
  }
  if ((key === undefined) !== (signature === undefined)) throw new PackRefused(t('pack_half_signed'));
  if (key !== undefined && !(await verify(key, signature ?? '', text))) {
    throw new PackRefused(t('pack_signature'));
  }
  return { content: parseJson(pack), hash, key: key ?? null };
}

/** The parser of YAML is as large as the rest of the page: only who needs it loads it. */
async function readYaml(text: string): Promise<unknown> {
  const { parseYaml } = await import('./yaml-text');
  return asPlain(parseYaml(text), 0);
}

/** The value once more in fresh objects. @throws PackRefused for what goes too deep, or names what every object inherits */
function asPlain(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) throw new PackRefused(t('pack_deep'));
  if (Array.isArray(value)) return value.map((one) => asPlain(one, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    refuseInherited(key);
    return [key, asPlain(inner, depth + 1)] as const;
  });
  return Object.fromEntries(entries);
}

/** A pack as its author writes it, not compiled. */
const isSource = (value: unknown): boolean => typeof value === 'object' && value !== null && 'articles' in value;

const tooLarge = () => new PackRefused(t('pack_large', { count: LARGEST / 1024 / 1024 }));

/** Unpacks no more than a pack may have, whatever is in it. */
async function unzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  // What is wrong with the bytes is told at the other end.
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = readable.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (let { done, value } = await reader.read(); !done && value; { done, value } = await reader.read()) {
      size += value.length;
      if (size > LARGEST) throw tooLarge();
      parts.push(new Uint8Array(value));
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    throw error instanceof PackRefused ? error : new PackRefused(t('pack_damaged'));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PackRefused(t('pack_no_text'));
  }
}

/** @throws PackRefused for what is no JSON, goes deeper than any pack, or names what every object inherits */
function parseJson(text: string): unknown {
  if (depthOf(text) > DEEPEST) throw new PackRefused(t('pack_deep'));
  try {
    return JSON.parse(text, (key, value) => {
      refuseInherited(key);
      return value;
    });
  } catch (error) {
    throw error instanceof PackRefused ? error : new PackRefused(t('pack_no_json'));
  }
}

function refuseInherited(key: string): void {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
    throw new PackRefused(t('pack_field', { name: key }));
  }
}

/** How deep the brackets go that stand outside of strings: known before anything is parsed. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 0x5c && inString) i++;
    else if (char === 0x22) inString = !inString;
    else if (inString) continue;
    else if (char === 0x5b || char === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (char === 0x5d || char === 0x7d) depth--;
  }
  return deepest;
}

const hex = (buffer: ArrayBuffer): string =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

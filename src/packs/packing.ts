import * as v from 'valibot';
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

/** Opens a pack's file as far as its hash and signature are right. @throws PackRefused */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Packing> {
  if (bytes.length > LARGEST) throw tooLarge();
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? await unzip(bytes) : bytes;
  const parsed = v.safeParse(envelope, parseJson(decode(plain)));
  if (!parsed.success) throw new PackRefused('This is no claim pack of Counterpoint, or one of a later version.');
  const { hash, key, signature, pack } = parsed.output;
  const text = new TextEncoder().encode(pack);
  if (hex(await crypto.subtle.digest('SHA-256', text)) !== hash) {
    throw new PackRefused('The pack was changed or damaged since it was made: its hash is wrong.');
  }
  if ((key === undefined) !== (signature === undefined)) throw new PackRefused('The pack is signed by halves.');
  if (key !== undefined && !(await verify(key, signature ?? '', text))) {
    throw new PackRefused('The pack’s signature is wrong: it was not made by the owner of its key.');
  }
  return { content: parseJson(pack), hash, key: key ?? null };
}

const tooLarge = () => new PackRefused(`The pack is larger than ${LARGEST / 1024 / 1024} MB.`);

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
    throw error instanceof PackRefused ? error : new PackRefused('The file is damaged: it cannot be unpacked.');
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PackRefused('The file is no text.');
  }
}

/** @throws PackRefused for what is no JSON, goes deeper than any pack, or names what every object inherits */
function parseJson(text: string): unknown {
  if (depthOf(text) > DEEPEST) throw new PackRefused('The pack is nested too deeply.');
  try {
    return JSON.parse(text, (key, value) => {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
        throw new PackRefused(`The pack has a field “${key}”.`);
      }
      return value;
    });
  } catch (error) {
    throw error instanceof PackRefused ? error : new PackRefused('The file is no JSON.');
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

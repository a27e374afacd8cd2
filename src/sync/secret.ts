import { type Bytes, fromBase64, joined, sameBytes, toBase64, toHex } from '../core/bytes';
import { keysFrom } from '../core/drawn-keys';

/**
 * What protects a shared folder. Its secret is 128 random bits, made on the first device; the passphrase only wraps it,
 * in a key file that stands in the folder. A recovery code is the secret itself, written for people.
 *
 * What it costs to try a passphrase: PBKDF2 with SHA-256 and 600,000 rounds (OWASP Password Storage Cheat Sheet, 2023)
 * for each key file, which has a salt of its own. Files are sealed with AES-256-GCM; names are HMAC-SHA-256 of what they
 * hold. Both keys are drawn from the secret with HKDF-SHA-256 (RFC 5869).
 */
export type Secret = Bytes;

const SECRET_LENGTH = 16;
const ROUNDS = 600_000;
/** More would keep a device busy for minutes on the word of a file somebody put there. */
const MOST_ROUNDS = 10_000_000;
const IV_LENGTH = 12;
/** Also stands under every seal, so that a key file is never taken for anything else. */
const KEY_FORMAT = 'counterpoint-key 1';

export const newSecret = (): Secret => crypto.getRandomValues(new Uint8Array(SECRET_LENGTH));

const text = new TextEncoder();

/** The content of a key file: the secret under a passphrase, with all that is needed to try one but the passphrase. */
export async function keyFileOf(secret: Secret, passphrase: string): Promise<Bytes> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(IV_LENGTH));
  const key = await keyFromPassphrase(passphrase, salt, ROUNDS);
  const wrapped = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: text.encode(KEY_FORMAT) },
    key,
    secret,
  );
  const file = {
    format: KEY_FORMAT,
    rounds: ROUNDS,
    salt: toBase64(salt),
    iv: toBase64(iv),
    wrapped: toBase64(new Uint8Array(wrapped)),
  };
  return text.encode(JSON.stringify(file));
}

/**
 * The secret in a key file.
 * @returns `null` when the passphrase is another one
 * @throws when it is no key file, or not a whole one
 */
export async function secretIn(keyFile: Bytes, passphrase: string): Promise<Secret | null> {
  const { rounds, salt, iv, wrapped } = readKeyFile(keyFile);
  const key = await keyFromPassphrase(passphrase, salt, rounds);
  const opened = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv, additionalData: text.encode(KEY_FORMAT) }, key, wrapped)
    .catch(() => null);
  return opened && new Uint8Array(opened);
}

function readKeyFile(bytes: Bytes): { rounds: number; salt: Bytes; iv: Bytes; wrapped: Bytes } {
  const file = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown> | null;
  const rounds = file?.rounds;
  if (file?.format !== KEY_FORMAT || typeof rounds !== 'number' || !(rounds >= 1 && rounds <= MOST_ROUNDS)) {
    throw new Error('no key file');
  }
  const [salt, iv, wrapped] = [file.salt, file.iv, file.wrapped].map((field) => fromBase64(String(field)));
  if (!salt || iv?.length !== IV_LENGTH || wrapped?.length !== SECRET_LENGTH + 16) throw new Error('no key file');
  return { rounds, salt, iv, wrapped };
}

async function keyFromPassphrase(passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  // As typed on any keyboard: é is one letter, however it was made.
  const typed = text.encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Seals and opens the files of one folder. */
export interface Sealer {
  /** @returns the file and its name, which follows from the file and tells nothing to whoever has not the secret */
  seal: (content: Bytes) => Promise<{ name: string; file: Bytes }>;
  /** @returns `null` when the file is not whole, or not one of this secret's under this name */
  open: (name: string, file: Bytes) => Promise<Bytes | null>;
}

export async function sealerOf(secret: Secret): Promise<Sealer> {
  const draw = await keysFrom(secret);
  const content = await draw('content', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']);
  const naming = await draw('names', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']);
  const nameOf = async (file: Bytes) =>
    toHex(new Uint8Array(await crypto.subtle.sign('HMAC', naming, file)).slice(0, 20));
  return {
    async seal(bytes) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_LENGTH));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, content, bytes);
      const file = joined([iv, new Uint8Array(sealed)]);
      return { name: await nameOf(file), file };
    },
    async open(name, file) {
      if ((await nameOf(file)) !== name) return null;
      const opened = await crypto.subtle
        .decrypt({ name: 'AES-GCM', iv: file.slice(0, IV_LENGTH) }, content, file.slice(IV_LENGTH))
        .catch(() => null);
      return opened && new Uint8Array(opened);
    },
  };
}

/** Crockford's base 32 (https://www.crockford.com/base32.html): no letter that is read for another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The secret to be written down: 28 letters and digits in groups of four; the last 10 bits check the others. */
export async function recoveryCodeOf(secret: Secret): Promise<string> {
  const check = new Uint8Array(await crypto.subtle.digest('SHA-256', secret));
  const bits = Array.from([...secret, ...check.slice(0, 2)], (byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = bits.slice(0, 140).match(/.{5}/g) ?? [];
  const code = letters.map((five) => ALPHABET[Number.parseInt(five, 2)]).join('');
  return code.match(/.{4}/g)?.join('-') ?? '';
}

/** The secret of a recovery code as somebody typed it; `null` when it is none, or a letter of it is wrong. */
export async function secretOfCode(typed: string): Promise<Secret | null> {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (plain.length !== 28 || [...plain].some((letter) => !ALPHABET.includes(letter))) return null;
  const bits = [...plain].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = (bits.slice(0, SECRET_LENGTH * 8).match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2));
  const secret = Uint8Array.from(bytes);
  const again = (await recoveryCodeOf(secret)).replaceAll('-', '');
  return sameBytes(text.encode(again), text.encode(plain)) ? secret : null;
}

import { type Bytes, fromBase64, joined, toBase64, toBase64Url } from '../core/bytes';
import { keysFrom } from '../core/drawn-keys';
import { DOOR } from './document-name';

/**
 * What protects what a room holds of an article from whoever carries it. The room's key comes with every invitation
 * (pass.ts), and no server is told it. What is written is sealed with AES-256-GCM under the article and the place where it
 * stands: moved to another of either it does not open. Its IV is drawn from both and the words with HMAC-SHA-256, as SIV does
 * (RFC 5297): the same words there again are the same sealed text, so that what has not changed is not said once more.
 */
export interface RoomSeal {
  /** What the article is called in the room: an HMAC of its key. */
  name: string;
  seal: (place: string, words: string) => Promise<string>;
  /** @returns `null` for what nobody sealed with this key at this place, or what is too long to be looked at */
  open: (place: string, sealed: unknown) => Promise<string | null>;
}

export const SEAL_KEY_LENGTH = 32;
const IV_LENGTH = 12;
/** In characters: the longest note there may be, each of its characters three bytes. */
const LONGEST_SEALED = 450_000;

/** @param articleKey `null`: of the room's door */
export async function sealOf(secret: Bytes, articleKey: string | null): Promise<RoomSeal> {
  const draw = await keysFrom(secret);
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const content = await draw('room content', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']);
  const [ivs, names] = await Promise.all([draw('room ivs', hmac, ['sign']), draw('room names', hmac, ['sign'])]);
  const text = new TextEncoder();
  const signed = async (key: CryptoKey, words: string) =>
    new Uint8Array(await crypto.subtle.sign('HMAC', key, text.encode(words)));
  const name = articleKey === null ? DOOR : toBase64Url(await signed(names, articleKey));
  // Neither names nor places have a line break in them.
  const at = (place: string) => `${name}\n${place}`;
  const under = (place: string, iv: Bytes) => ({ name: 'AES-GCM', iv, additionalData: text.encode(at(place)) });
  return {
    name,
    async seal(place, words) {
      const iv = (await signed(ivs, `${at(place)}\n${words}`)).slice(0, IV_LENGTH);
      const sealed = await crypto.subtle.encrypt(under(place, iv), content, text.encode(words));
      return toBase64(joined([iv, new Uint8Array(sealed)]));
    },
    async open(place, sealed) {
      if (typeof sealed !== 'string' || sealed.length > LONGEST_SEALED) return null;
      try {
        const bytes = fromBase64(sealed);
        const opened = await crypto.subtle.decrypt(
          under(place, bytes.slice(0, IV_LENGTH)),
          content,
          bytes.slice(IV_LENGTH),
        );
        return new TextDecoder().decode(opened);
      } catch {
        return null;
      }
    },
  };
}

/** As many are remembered; a room of people stays far below. */
const MOST_REMEMBERED = 50_000;

/** The same seal, which opens what stands unchanged at its place once. */
export function remembering(seal: RoomSeal): RoomSeal {
  const known = new Map<string, { sealed: unknown; words: Promise<string | null> }>();
  return {
    ...seal,
    open(place, sealed) {
      const before = known.get(place);
      if (before && before.sealed === sealed) return before.words;
      if (known.size >= MOST_REMEMBERED) known.clear();
      const words = seal.open(place, sealed);
      known.set(place, { sealed, words });
      return words;
    },
  };
}

import * as v from 'valibot';
import { type Bytes, fromBase64Url, toBase64Url } from '../core/bytes';
import { SEAL_KEY_LENGTH } from './seal';

const PART = /^[\w-]{1,64}$/;
const named = v.pipe(v.string(), v.regex(PART));

/** What an invitation lets its bearer do. What it says is proven to the server alone, which signed it. */
const pass = v.strictObject({
  /** The reading room, for instance of a class. */
  room: named,
  role: v.picklist(['read', 'write']),
  /** The member it was given to, by whatever whoever invites calls them; not the name the others see. */
  member: named,
  /** Until when it holds; milliseconds since 1970. */
  until: v.number(),
  /** What the room's key is checked by, see checkOf(). */
  check: named,
});
export type Pass = v.InferOutput<typeof pass>;

/**
 * An invitation is JSON, its signature, and the key that what is written in the room is sealed with: three parts in
 * base64url with dots between. The server is shown the first two.
 * @returns what the first says; `null` when it is none
 */
export function passIn(invitation: string): Pass | null {
  const [body = '', signature = ''] = invitation.split('.');
  if (!/^[\w-]+$/.test(body) || !/^[\w-]+$/.test(signature)) return null;
  try {
    const parsed = v.safeParse(pass, JSON.parse(new TextDecoder().decode(fromBase64Url(body))));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Of an invitation what the server is shown. */
export const tokenOf = (invitation: string): string => invitation.split('.').slice(0, 2).join('.');

/** The room's key in an invitation; `null` when it has none, or was not copied whole. */
export async function sealKeyIn(invitation: string): Promise<Bytes | null> {
  const key = keyPart(invitation);
  const stated = passIn(invitation)?.check;
  return key && (await checkOf(key)) === stated ? key : null;
}

/** Whether an invitation has the form of a whole one. */
export const isInvitation = (text: string): boolean => passIn(text) !== null && keyPart(text) !== null;

function keyPart(invitation: string): Bytes | null {
  const [, , part = '', more] = invitation.split('.');
  if (!/^[\w-]{43}$/.test(part) || more !== undefined) return null;
  const key = fromBase64Url(part);
  return key.length === SEAL_KEY_LENGTH ? key : null;
}

/** The beginning of a key's SHA-256, by which a wrong letter is noticed, and the key is not found. */
export const checkOf = async (key: Bytes): Promise<string> =>
  toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', key)).slice(0, 6));

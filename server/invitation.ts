import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { type Bytes, toBase64Url } from '../src/core/bytes';
import { checkOf, type Pass, passIn } from '../src/reading-room/pass';
import { SEAL_KEY_LENGTH } from '../src/reading-room/seal';

const sign = (body: string, secret: string): Buffer => createHmac('sha256', secret).update(body).digest();

/** The key that a room is sealed with, drawn from what whoever invites keeps to themselves. */
export const roomKey = (kept: string, room: string): Bytes =>
  new Uint8Array(hkdfSync('sha256', kept, '', `counterpoint room ${room}`, SEAL_KEY_LENGTH));

/** An invitation (see src/reading-room/pass.ts): a pass as JSON, an HMAC-SHA-256 of it, and the room's key. */
export async function invitationOf(pass: Omit<Pass, 'check'>, secret: string, key: Bytes): Promise<string> {
  const body = Buffer.from(JSON.stringify({ ...pass, check: await checkOf(key) })).toString('base64url');
  return `${body}.${sign(body, secret).toString('base64url')}.${toBase64Url(key)}`;
}

/** The pass of what the server is shown of an invitation; `null` when it was not signed with this secret, or holds no longer. */
export function passOf(token: string, secret: string, now: number = Date.now()): Pass | null {
  const [body = '', signature = ''] = token.split('.');
  const [given, right] = [Buffer.from(signature, 'base64url'), sign(body, secret)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const pass = passIn(token);
  return pass && pass.until > now ? pass : null;
}

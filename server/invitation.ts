import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Pass, passIn } from '../src/reading-room/pass';

const sign = (body: string, secret: string): Buffer => createHmac('sha256', secret).update(body).digest();

/** A pass as an invitation: JSON and an HMAC-SHA-256 of it, both base64url. */
export function invitationOf(pass: Pass, secret: string): string {
  const body = Buffer.from(JSON.stringify(pass)).toString('base64url');
  return `${body}.${sign(body, secret).toString('base64url')}`;
}

/** The pass of an invitation; `null` when it was not signed with this secret, or holds no longer. */
export function passOf(invitation: string, secret: string, now: number = Date.now()): Pass | null {
  const [body = '', signature = ''] = invitation.split('.');
  const [given, right] = [Buffer.from(signature, 'base64url'), sign(body, secret)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const pass = passIn(invitation);
  return pass && pass.until > now ? pass : null;
}

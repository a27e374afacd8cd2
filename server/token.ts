import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a token lets its bearer do, and as whom. */
export interface Pass {
  /** The reading room, for instance of a class. */
  room: string;
  role: 'read' | 'write';
  /** The name the reader chose, shown to the others. */
  name: string;
  /** Until when it holds; milliseconds since 1970. */
  until: number;
}

const sign = (body: string, secret: string): Buffer => createHmac('sha256', secret).update(body).digest();

/** A pass as a token: JSON and an HMAC-SHA-256 of it, both base64url. */
export function tokenOf(pass: Pass, secret: string): string {
  const body = Buffer.from(JSON.stringify(pass)).toString('base64url');
  return `${body}.${sign(body, secret).toString('base64url')}`;
}

/** The pass of a token; `null` when it was not made with this secret, or holds no longer. */
export function passOf(token: string, secret: string, now: number = Date.now()): Pass | null {
  const [body = '', signature = ''] = token.split('.');
  const [given, right] = [Buffer.from(signature, 'base64url'), sign(body, secret)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  // Made by us: the signature says so.
  const pass = JSON.parse(Buffer.from(body, 'base64url').toString()) as Pass;
  return pass.until > now ? pass : null;
}

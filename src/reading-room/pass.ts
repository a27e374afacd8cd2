import * as v from 'valibot';

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
});
export type Pass = v.InferOutput<typeof pass>;

/** An invitation is JSON and its signature, both base64url. @returns what it says; `null` when it is none */
export function passIn(invitation: string): Pass | null {
  const [body = '', signature = ''] = invitation.split('.');
  if (!/^[\w-]+$/.test(body) || !/^[\w-]+$/.test(signature)) return null;
  try {
    const bytes = Uint8Array.from(atob(body.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.charCodeAt(0));
    const parsed = v.safeParse(pass, JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

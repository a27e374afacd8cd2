import type { Bytes } from './bytes';

/** Draws keys of their own for each use from one secret, with HKDF-SHA-256 (RFC 5869). */
export type DrawKey = (use: string, key: AesKeyGenParams | HmacKeyGenParams, uses: KeyUsage[]) => Promise<CryptoKey>;

export async function keysFrom(secret: Bytes): Promise<DrawKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  return (use, key, uses) =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode(`counterpoint ${use}`) },
      base,
      key,
      false,
      uses,
    );
}

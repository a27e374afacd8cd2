/** Whether an Ed25519 signature (RFC 8032) of these bytes is the key's. Key and signature in base64. */
export async function verify(key: string, signature: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    const imported = await crypto.subtle.importKey('raw', fromBase64(key), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', imported, fromBase64(signature), bytes);
  } catch {
    // A key or signature of another length.
    return false;
  }
}

/** A key as people compare it: the first 16 bytes of its SHA-256, in groups of four hex digits. */
export async function fingerprintOf(key: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', fromBase64(key))).slice(0, 16);
  const digits = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return (digits.match(/.{4}/g) ?? []).join(' ');
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

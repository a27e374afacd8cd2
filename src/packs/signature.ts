import { type Bytes, fromBase64, toBase64, toHex } from '../core/bytes';

/** Whether an Ed25519 signature (RFC 8032) of these bytes is the key's. Key and signature in base64. */
export async function verify(key: string, signature: string, bytes: Bytes): Promise<boolean> {
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
  return (toHex(hash).match(/.{4}/g) ?? []).join(' ');
}

/** A key pair's two sides as a pack needs them. */
export interface Signer {
  /** The public key, in base64. */
  key: string;
  /** The signature of these bytes, in base64. */
  sign: (bytes: Bytes) => Promise<string>;
}

/** A new key pair. Its private key can be used where it is kept, and read by nobody. */
export const makeKeyPair = async (): Promise<CryptoKeyPair> =>
  (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;

export async function signerOf({ publicKey, privateKey }: CryptoKeyPair): Promise<Signer> {
  return {
    key: toBase64(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))),
    sign: async (bytes) => toBase64(new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, bytes))),
  };
}

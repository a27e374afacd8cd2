/** Bytes as the platform's cryptography and requests take them: never shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Several pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @throws when it is no base64 */
export const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));

export const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** Whether two are the same, byte for byte. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Deflated (RFC 1951). */
export const deflated = (bytes: Bytes): Promise<Bytes> =>
  collected(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')), Number.MAX_SAFE_INTEGER);

/** @throws when it is not deflated, or would be longer than `most` bytes: a small file may claim to be a huge one */
export const inflated = (bytes: Bytes, most: number): Promise<Bytes> =>
  collected(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')), most);

async function collected(stream: ReadableStream<Uint8Array>, most: number): Promise<Bytes> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(pieces);
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new Error(`More than ${most} bytes come out of this.`);
    }
    pieces.push(value);
  }
}

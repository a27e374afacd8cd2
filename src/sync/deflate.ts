import { type Bytes, joined } from '../core/bytes';

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

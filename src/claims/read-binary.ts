/** Where a number stands, or would, in a sorted list: the first place whose number is not smaller. */
export function placeIn(sorted: Uint32Array, wanted: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last place whose number is at most this. */
export const lastAtMost = (sorted: Uint32Array, most: number): number => placeIn(sorted, most + 1) - 1;

/** Unpacks gzip. Rejects when it is none. */
export function unzip(zipped: ArrayBuffer): Promise<ArrayBuffer> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  // What is wrong with the bytes is told at the other end.
  writer.write(new Uint8Array(zipped)).catch(() => undefined);
  writer.close().catch(() => undefined);
  return new Response(readable).arrayBuffer();
}

/** What is to be read from one shard, together: each is opened once. */
export function byShard<T>(wanted: readonly T[], shardOf: (one: T) => number): Map<number, T[]> {
  const shards = new Map<number, T[]>();
  for (const one of wanted) {
    const shard = shardOf(one);
    const there = shards.get(shard);
    if (there) there.push(one);
    else shards.set(shard, [one]);
  }
  return shards;
}

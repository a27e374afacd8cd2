const FOLDER = 'snapshots';

/**
 * What the vault holds, once more, as files of the origin's private file system (https://fs.spec.whatwg.org/): a browser
 * that finds a database damaged empties it and says nothing, and Chromium has all databases of an extension in one place.
 * Each file is gzipped JSON; its name is a snapshot's id.
 */
export const snapshotFiles = {
  async ids(): Promise<string[]> {
    const ids: string[] = [];
    for await (const id of (await folder()).keys()) ids.push(id);
    return ids;
  },

  /** Writes a file whole or not at all. */
  async write(id: string, content: unknown): Promise<void> {
    const file = await (await folder()).getFileHandle(id, { create: true });
    const text = new Blob([JSON.stringify(content)]);
    await text
      .stream()
      .pipeThrough(new CompressionStream('gzip'))
      .pipeTo(await file.createWritable());
  },

  /** @throws when there is none, or it is damaged */
  async read(id: string): Promise<unknown> {
    const file = await (await (await folder()).getFileHandle(id)).getFile();
    return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).json();
  },

  async remove(ids: string[]): Promise<void> {
    const all = await folder();
    for (const id of ids) await all.removeEntry(id).catch(() => undefined);
  },
};

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });

import { readNote, writeNote } from '../store/sync-files';
import { type Folder, FolderError, type Trouble } from './folder';

/** What Chromium adds to the File System Access API and TypeScript does not know (https://wicg.github.io/file-system-access/). */
type Permitted = FileSystemDirectoryHandle & {
  queryPermission?: (wanted: { mode: 'readwrite' }) => Promise<PermissionState>;
  requestPermission?: (wanted: { mode: 'readwrite' }) => Promise<PermissionState>;
};

const NAME = 'folder';
const WRITING = { mode: 'readwrite' } as const;

/** The folder the reader chose; a handle can be kept in a database and nowhere else. `null` when none is kept. */
export async function keptDirectory(): Promise<Permitted | null> {
  const kept = await readNote(NAME);
  return kept instanceof FileSystemDirectoryHandle ? kept : null;
}

export const keepDirectory = (directory: FileSystemDirectoryHandle): Promise<void> => writeNote(NAME, directory);

/** Whether the browser lets us write there without asking. Folders of the browser's own need no permission. */
export const mayWrite = async (directory: Permitted): Promise<boolean> =>
  ((await directory.queryPermission?.(WRITING)) ?? 'granted') === 'granted';

/** Asks the reader anew. Only in answer to a click. */
export const askToWrite = async (directory: Permitted): Promise<boolean> =>
  ((await directory.requestPermission?.(WRITING)) ?? 'granted') === 'granted';

/** A folder on this computer that comes to the other devices by other means: a drive of the cloud, Syncthing, a stick. */
export function diskFolder(directory: FileSystemDirectoryHandle): Folder {
  return {
    // It was there to be chosen.
    prepare: async () => {},
    list: () =>
      explained(async () => {
        const names: string[] = [];
        // TypeScript does not know that a directory is iterable.
        const entries = directory as unknown as AsyncIterable<[name: string, handle: FileSystemHandle]>;
        for await (const [name, { kind }] of entries) if (kind === 'file') names.push(name);
        return names;
      }),
    read: (name) =>
      explained(async () => {
        const file = await directory.getFileHandle(name).catch(nothingThere);
        return file && new Uint8Array(await (await file.getFile()).arrayBuffer());
      }),
    write: (name, bytes) =>
      explained(async () => {
        const stream = await (await directory.getFileHandle(name, { create: true })).createWritable();
        await stream.write(bytes);
        await stream.close();
      }),
    remove: (name) => explained(async () => void (await directory.removeEntry(name).catch(nothingThere))),
  };
}

function nothingThere(error: unknown): null {
  if (error instanceof DOMException && error.name === 'NotFoundError') return null;
  throw error;
}

const TROUBLE_OF: Record<string, Trouble> = {
  NotAllowedError: 'unallowed',
  NotFoundError: 'missing',
  QuotaExceededError: 'full',
};

/** @throws FolderError for whatever the file system says */
const explained = <T>(deed: () => Promise<T>): Promise<T> =>
  deed().catch((error: unknown) => {
    const name = error instanceof DOMException ? error.name : '';
    throw new FolderError(TROUBLE_OF[name] ?? 'stuck', String(error));
  });

import { library } from './library';
import type { Device, SyncFile, Update } from './sync-rows';

/** Of these names, those of no file that was taken up or sent. */
export async function unknownFiles(names: readonly string[]): Promise<string[]> {
  const known = await library.syncFiles.bulkGet([...names]);
  return names.filter((_, i) => known[i] === undefined);
}

/** Takes in what a file says; from then on it waits here, and the file is read. */
export function receive(name: string, device: Device, updates: readonly Update[]): Promise<void> {
  const { syncFiles, syncDevices, inbox } = library;
  return library.transaction('rw', syncFiles, syncDevices, inbox, async () => {
    await syncFiles.put({ name, state: 'read' });
    await inbox.bulkAdd(updates.map(({ document, update }) => ({ document, update })));
    const known = await syncDevices.get(device.id);
    // Its clock may be ahead of ours; nobody has spoken in the future.
    const at = Math.min(device.at, Date.now());
    if (!known || known.at < at) await syncDevices.put({ ...device, at });
  });
}

/** The oldest updates that wait to be sealed, about so many bytes of them. */
export async function unsealed(bytes: number): Promise<Update[]> {
  const updates: Update[] = [];
  let size = 0;
  await library.outbox
    .toCollection()
    .until(() => size >= bytes)
    .each((update) => {
      updates.push(update);
      size += update.update.length;
    });
  return updates;
}

/** Puts sealed files in the place of what is in them: updates of the outbox, or older files of ours. */
export function keepSealed(
  files: readonly SyncFile[],
  of: readonly Update[],
  former: readonly SyncFile[],
): Promise<void> {
  return library.transaction('rw', library.syncFiles, library.outbox, async () => {
    await library.outbox.bulkDelete(of.map(({ id }) => id ?? 0));
    await library.syncFiles.bulkPut(former.map((file) => ({ ...file, state: 'obsolete' as const })));
    await library.syncFiles.bulkPut([...files]);
  });
}

export const filesThat = (state: SyncFile['state']): Promise<SyncFile[]> =>
  library.syncFiles.where('state').equals(state).toArray();

/** Notes that a file of ours stands in the folder whole. */
export const markSent = async ({ bytes: _, ...file }: SyncFile): Promise<void> => {
  await library.syncFiles.put({ ...file, state: 'sent' });
};

export const forgetFile = (name: string): Promise<void> => library.syncFiles.delete(name);

/** How much waits to be sent: changed documents, updates and sealed files. */
export async function countWaiting(): Promise<number> {
  const { changes, outbox, syncFiles } = library;
  const counts = await Promise.all([
    changes.count(),
    outbox.count(),
    syncFiles.where('state').equals('waiting').count(),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The devices whose files were read, the last to speak first. */
export const knownDevices = async (): Promise<Device[]> =>
  (await library.syncDevices.toArray()).sort((a, b) => b.at - a.at);

/** What sync noted under a name; `null` when nothing. */
export const readNote = async (name: string): Promise<unknown> => (await library.syncNotes.get(name))?.value ?? null;

export async function writeNote(name: string, value: unknown): Promise<void> {
  await library.syncNotes.put({ name, value });
}

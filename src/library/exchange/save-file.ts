import { t } from '../../i18n/messages';
import { backupFolder, rememberBackupFolder } from '../../store/keeping';
import { download } from '../../ui/download';

/** What Chromium adds to the File System Access API and TypeScript does not know (https://wicg.github.io/file-system-access/). */
interface PickedFolder extends FileSystemDirectoryHandle {
  requestPermission?: (wanted: { mode: 'readwrite' }) => Promise<PermissionState>;
}
interface FolderPicker {
  showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
}

/** Whether this browser lets the reader pick a folder for backups (Chromium does, Firefox does not). */
export const picksFolders = (): boolean => 'showDirectoryPicker' in window;

/**
 * Lets the reader pick a folder to write into; `null` when they thought better of it. Only in answer to a click.
 * @param id the browser remembers by it where the reader was last
 */
export async function pickDirectory(id: string): Promise<FileSystemDirectoryHandle | null> {
  const picker = (window as FolderPicker).showDirectoryPicker;
  const folder = await picker?.call(window, { id, mode: 'readwrite' }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  });
  return folder ?? null;
}

/** Lets the reader pick the folder for backups, and remembers it. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  const folder = await pickDirectory('counterpoint');
  if (folder) await rememberBackupFolder(folder);
  return folder;
}

/**
 * Puts a backup into the picked folder, or downloads it where there is none. Only in answer to a click: the browser may
 * ask again whether we may write there.
 * @returns a sentence that says where it went
 * @throws when called off, when the folder is gone or the disk is full; a backup of the same name stays as it was then
 */
export async function saveBackup(file: File, signal: AbortSignal): Promise<string> {
  const folder: PickedFolder | null = picksFolders() ? await backupFolder() : null;
  const allowed = folder && (await folder.requestPermission?.({ mode: 'readwrite' })) === 'granted';
  signal.throwIfAborted();
  if (!folder || !allowed) {
    download(file);
    return t('map_saved', { file: file.name });
  }
  const isThere = await folder.getFileHandle(file.name).then(
    () => true,
    () => false,
  );
  const handle = await folder.getFileHandle(file.name, { create: true });
  try {
    // Written beside it, and put in its place at the end.
    await file.stream().pipeTo(await handle.createWritable(), { signal });
  } catch (error) {
    if (!isThere) await folder.removeEntry(file.name).catch(() => undefined);
    throw error;
  }
  return t('exchange_saved_in', { file: file.name, folder: folder.name });
}

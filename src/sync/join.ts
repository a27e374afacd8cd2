import { type Bytes, sameBytes, toHex } from '../core/bytes';
import { type Folder, FolderError } from './folder';
import { keyFileOf, newSecret, type Secret, sealerOf, secretIn } from './secret';

const KEY_FILE = /^[0-9a-f]{32}\.key$/;
const randomName = (ending: string): string => `${toHex(crypto.getRandomValues(new Uint8Array(16)))}.${ending}`;

/** Tries all that sync will do in a folder, with a file of its own. @returns whether other devices are there already. @throws FolderError */
export async function tryFolder(folder: Folder): Promise<{ inUse: boolean }> {
  await folder.prepare();
  const names = await folder.list();
  const probe = randomName('probe');
  const bytes = crypto.getRandomValues(new Uint8Array(64));
  await writeSurely(folder, probe, bytes).catch((error: unknown) => {
    // It answers and lists; servers say "500" where they may not write.
    if (error instanceof FolderError && error.trouble === 'broken') throw new FolderError('readonly', error.message);
    throw error;
  });
  await folder.remove(probe);
  return { inUse: names.some((name) => KEY_FILE.test(name)) };
}

async function writeSurely(folder: Folder, name: string, bytes: Bytes): Promise<void> {
  await folder.write(name, bytes);
  const kept = await folder.read(name);
  if (!kept || !sameBytes(kept, bytes)) throw new FolderError('broken', `${name} did not come back whole`);
}

/**
 * The secret of a folder: that of its key file; where there is none, a new one, whose key file is then written.
 * @returns `null` when there are key files and the passphrase opens none of them
 * @throws FolderError
 */
export async function joinFolder(folder: Folder, passphrase: string): Promise<Secret | null> {
  const found = await openKeys(folder, passphrase, []);
  if (found.secret || found.keys.length > 0) return found.secret;
  const secret = newSecret();
  const own = randomName('key');
  await writeSurely(folder, own, await keyFileOf(secret, passphrase));
  // Another device may have begun at the same moment: of two, the one whose name comes later gives way.
  const rival = await openKeys(folder, passphrase, [own]);
  const [first] = rival.keys;
  if (!rival.secret || first === undefined || first > own) return secret;
  await folder.remove(own);
  return rival.secret;
}

/** @throws FolderError when there are key files and none of them is whole: that is no wrong passphrase */
async function openKeys(folder: Folder, passphrase: string, but: string[]) {
  const keys = (await folder.list()).filter((name) => KEY_FILE.test(name) && !but.includes(name)).sort();
  let whole = 0;
  for (const name of keys) {
    const file = await folder.read(name);
    const secret = file && (await secretIn(file, passphrase).catch(() => undefined));
    if (secret) return { keys, secret };
    if (secret === null && file) whole++;
  }
  if (keys.length > 0 && whole === 0) throw new FolderError('broken', 'no key file is whole');
  return { keys, secret: null };
}

/** Whether a secret opens what is in a folder; also where nothing is there yet to be opened. @throws FolderError */
export async function opensFolder(folder: Folder, secret: Secret): Promise<boolean> {
  const sealer = await sealerOf(secret);
  const names = (await folder.list()).filter((name) => /^[0-9a-f]{40}$/.test(name));
  for (const name of names.slice(0, 10)) {
    const file = await folder.read(name);
    if (file && (await sealer.open(name, file))) return true;
  }
  return names.length === 0;
}

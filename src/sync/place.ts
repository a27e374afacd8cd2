import * as v from 'valibot';
import browser, { type Permissions } from 'webextension-polyfill';
import { askToWrite, diskFolder, keptDirectory, mayWrite } from './disk-folder';
import { type Folder, FolderError } from './folder';
import { webdavFolder } from './webdav';

/** Where a shared folder is: on a server, or on this computer (then its handle is kept apart, see disk-folder.ts). */
export const place = v.variant('on', [
  v.object({ on: v.literal('server'), url: v.string(), user: v.string(), password: v.string() }),
  v.object({ on: v.literal('disk'), name: v.string() }),
]);
export type Place = v.InferOutput<typeof place>;

/** @throws FolderError when it cannot be reached from here */
export async function folderAt(where: Place): Promise<Folder> {
  if (where.on === 'server') {
    const here = ['localhost', '127.0.0.1'].includes(new URL(where.url).hostname);
    if (!navigator.onLine && !here) throw new FolderError('away', 'the browser is offline');
    if (!(await browser.permissions.contains(needed(where.url)))) throw new FolderError('unallowed', where.url);
    return webdavFolder(where);
  }
  const directory = await keptDirectory();
  if (!directory) throw new FolderError('missing', where.name);
  if (!(await mayWrite(directory))) throw new FolderError('unallowed', where.name);
  return diskFolder(directory);
}

/** What a place is called, for the reader. */
export const nameOfPlace = (where: Place): string => (where.on === 'server' ? new URL(where.url).host : where.name);

/**
 * What leaves this browser with sync, in Firefox's words for it: name and password to the server, and, sealed, which
 * articles were read and which of their words were kept. Firefox asks about it beside the host, and shows it among the
 * extension's permissions (https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/). That the
 * server is the reader's own makes no difference there: it is outside the browser.
 */
const CARRIED: NonNullable<Permissions.Permissions['data_collection']> = [
  'authenticationInfo',
  'browsingActivity',
  'websiteContent',
];

/** What the browser has to allow for a folder's host; match patterns know no ports. */
function needed(url: string): Permissions.Permissions {
  const { protocol, hostname } = new URL(url);
  const origins = [`${protocol}//${hostname}/*`];
  return navigator.userAgent.includes('Firefox/') ? { origins, data_collection: CARRIED } : { origins };
}

/** Asks the reader for a server's host. Only in answer to a click, before anything is awaited. */
export const askForHost = (url: string): Promise<boolean> => browser.permissions.request(needed(url));

/** Asks the reader for a place that was allowed before and is no longer. Only in answer to a click. */
export async function askAgain(where: Place): Promise<boolean> {
  if (where.on === 'server') return askForHost(where.url);
  const directory = await keptDirectory();
  return directory !== null && askToWrite(directory);
}

/** Gives back what was allowed for a server, but for what others of its kind still need: perhaps that very host. */
export async function giveBackHost(url: string, others: string[]): Promise<void> {
  const { origins = [], ...carried } = needed(url);
  const still = others.flatMap((other) => needed(other).origins ?? []);
  const left = origins.filter((origin) => !still.includes(origin));
  await browser.permissions.remove({ origins: left, ...(others.length === 0 && carried) });
}

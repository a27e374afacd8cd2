import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { giveBackHost, place } from './place';

/** Where this device syncs, and as whom. Only in the extension's own storage: no export and no snapshot reads there. */
const account = v.object({
  place,
  /** The folder's secret, base64. */
  secret: v.string(),
  device: v.object({ id: v.string(), name: v.string() }),
});
export type Account = v.InferOutput<typeof account>;

const NAME = 'sync';

/** `null` when sync is off. */
export async function readAccount(): Promise<Account | null> {
  const parsed = v.safeParse(account, (await browser.storage.local.get(NAME))[NAME]);
  return parsed.success ? parsed.output : null;
}

export const keepAccount = (kept: Account): Promise<void> => browser.storage.local.set({ [NAME]: kept });

/** Forgets the account, and gives back what the browser allowed for it. @param others servers that stay in use */
export async function dropAccount(others: string[]): Promise<void> {
  const kept = await readAccount();
  await browser.storage.local.remove(NAME);
  // A folder's permission goes with its handle.
  if (kept?.place.on !== 'server') return;
  // What an administrator granted, or the manifest, cannot be given back; sync is off all the same.
  await giveBackHost(kept.place.url, others).catch(() => undefined);
}

import browser from 'webextension-polyfill';
import { t } from '../i18n/messages';
import { PackRefused } from '../packs/pack-refused';
import { LARGEST } from '../packs/packing';

/** Milliseconds a host may take. */
const PATIENCE = 60_000;

/**
 * Fetches a file from an address that the reader has typed. The browser asks for this one host; what it gave goes back
 * when the file is here, or is not. Only in answer to a click or a key, and called before anything is awaited.
 * @throws PackRefused with the reason
 */
export async function fetchPack(typed: string): Promise<{ address: string; bytes: Uint8Array<ArrayBuffer> }> {
  const url = addressIn(typed);
  if (!url) throw new PackRefused(t('packs_no_address'));
  const origins = [`https://${url.hostname}/*`];
  // Both are asked at once: after an answer the browser no longer takes the question for the reader's.
  const [had, granted] = await Promise.all([
    browser.permissions.contains({ origins }),
    browser.permissions.request({ origins }),
  ]);
  if (!granted) throw new PackRefused(t('packs_not_allowed', { host: url.host }));
  if (!had) localStorage.setItem(LENT, JSON.stringify(origins));
  try {
    return { address: url.href, bytes: await read(url) };
  } finally {
    await giveBackHosts();
  }
}

/** Where the hosts are written down that were asked for: a page may be closed before it gives them back. */
const LENT = 'hosts-lent';

/** Gives back what was asked for to fetch a pack, and nothing that was allowed for another purpose. */
export async function giveBackHosts(): Promise<void> {
  const lent = localStorage.getItem(LENT);
  if (lent === null) return;
  await browser.permissions.remove({ origins: JSON.parse(lent) as string[] });
  localStorage.removeItem(LENT);
}

function addressIn(typed: string): URL | null {
  const address = typed.trim();
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url : null;
}

async function read(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  const { host } = url;
  // No cookie goes along, and no other host is reached than the one that was allowed.
  const response = await fetch(url, {
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => null);
  if (!response) throw new PackRefused(t('packs_unreachable', { host }));
  if (response.type === 'opaqueredirect') throw new PackRefused(t('packs_redirected', { host }));
  if (!response.ok || !response.body) {
    throw new PackRefused(t('packs_answered', { host, status: String(response.status) }));
  }
  return atMost(response.body, host);
}

/** Reads no more than a pack may have, whatever is sent. */
async function atMost(body: ReadableStream<Uint8Array>, host: string): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new PackRefused(t('packs_unreachable', { host }));
    });
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > LARGEST) {
      void reader.cancel().catch(() => undefined);
      throw new PackRefused(t('pack_large', { count: LARGEST / 1024 / 1024 }));
    }
    parts.push(new Uint8Array(value));
  }
}

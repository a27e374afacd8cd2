import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setUpSync } from '../tests/support/set-up-sync';
import { missingFor, PASSWORD, type ServerKind, startServer, USER } from '../tests/sync/servers';
import { needBrowser } from './browsers/find';
import { launch, type Session } from './browsers/launch';
import { buildExtension } from './build';

// Sync to be seen: a WebDAV server on this machine, and two browsers whose libraries are one through it. What is written
// in the one stands in the other after "Sync now". With --headless: two pictures, and it ends.
const headless = process.argv.includes('--headless');
const SERVERS: ServerKind[] = ['rclone', 'apache2', 'nginx'];
const PICTURES = 'artifacts/demo-sync';

try {
  await demo();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function demo(): Promise<void> {
  const kind = SERVERS.find((one) => missingFor(one) === null);
  if (!kind) throw new Error('No WebDAV server is installed here: apt install rclone, or apache2-bin.');
  const browsers = (['chrome', 'firefox'] as const).map(needBrowser);
  for (const browser of browsers) await buildExtension(browser.kind);
  const server = await startServer(kind);
  const sessions: Session[] = [];
  try {
    const place = { url: `${server.url}notes`, user: USER, password: PASSWORD, passphrase: 'a long passphrase' };
    console.log(`${kind} at ${place.url} (${USER}, ${PASSWORD}), passphrase: ${place.passphrase}`);
    for (const browser of browsers) {
      const session = await launch({ browser, headless, allowed: ['http://127.0.0.1/*'] });
      sessions.push(session);
      const page = await session.openExtensionPage('src/library/index.html');
      await setUpSync(page, { ...place, name: browser.kind === 'chrome' ? 'Desktop' : 'Laptop' });
      console.log(`${browser.path}: set up`);
      if (!headless) continue;
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `${browser.kind}.png`), fullPage: true });
    }
    if (headless) return;
    console.log('Write in one, press "Sync now" in the other. Close both browsers to end.');
    await Promise.all(sessions.map(({ browser }) => new Promise((over) => browser.once('disconnected', over))));
  } finally {
    for (const session of sessions) await session.close().catch(() => undefined);
    await server.stop();
  }
}

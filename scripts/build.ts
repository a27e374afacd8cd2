import { build } from 'vite';
import { type BrowserKind, needBrowser } from './browsers/find';

/** Builds the extension into dist/chrome or dist/firefox. @throws with the reason, a bad claim file's line among them. */
export async function buildExtension(kind: BrowserKind): Promise<void> {
  await build({ mode: kind, logLevel: 'error' });
}

/** What every test in a browser needs: both browsers, and the extension built for each. Ends the process, with the reason, without. */
export async function buildForTests(): Promise<void> {
  try {
    for (const kind of ['chrome', 'firefox'] satisfies BrowserKind[]) {
      needBrowser(kind);
      await buildExtension(kind);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

import { build } from 'vite';
import type { BrowserKind } from './browsers/find';

/** Builds the extension into dist/chrome or dist/firefox. @throws with the reason, a bad claim file's line among them. */
export async function buildExtension(kind: BrowserKind): Promise<void> {
  await build({ mode: kind, logLevel: 'error' });
}

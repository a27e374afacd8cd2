import { askBackground } from '../contract/ask';
import type { Companion } from './companion';
import type { ShownReading } from './shown-reading';

/**
 * Two scripts run on a page. The first (`index.iife.ts`) finds and paints; the second (`companion.iife.ts`) is all that a
 * reader acts with, and comes when the page is idle or the reader first acts. The browser gives both the same isolated
 * world, whose global the page cannot reach: there the second finds the first.
 */

/** Makes what the reader acts with on a reading. */
export type MakeCompanion = (shown: ShownReading) => Companion;

const world = globalThis as { counterpointTakes?: (make: MakeCompanion) => void };

/** The first script's part: has the background put the second into this page. Rejects when it cannot. */
export function bringCompanion(): Promise<MakeCompanion> {
  return new Promise((resolve, reject) => {
    world.counterpointTakes = resolve;
    askBackground('bringCompanion', {}).catch(reject);
  });
}

/**
 * The second script's part. Where no first one waits for it, as when the tab went elsewhere meanwhile or it has come twice, it
 * does nothing.
 */
export function handOver(begin: () => MakeCompanion): void {
  // Its own: in Chromium an element of the page with that id would answer to the name as well.
  const take = Object.hasOwn(world, 'counterpointTakes') && world.counterpointTakes;
  if (!take) return;
  delete world.counterpointTakes;
  take(begin());
}

import type { Resolving } from '../anchoring/resolve-again';
import { askBackground } from '../contract/ask';
import type { Companion } from './companion';
import type { ShownReading } from './shown-reading';

/**
 * Two scripts run on a page. The first (`index.iife.ts`) finds what stands letter for letter, and paints; the second
 * (`companion.iife.ts`) finds the rest, and is all that a reader acts with: it comes when something was not found so, when
 * the page is idle, or when the reader first acts. The browser gives both the same isolated world, whose global the page
 * cannot reach: there the second finds the first.
 */
export interface SecondScript {
  /** Makes what the reader acts with on a reading. */
  companionOf: (shown: ShownReading) => Companion;
  resolving: Resolving;
}

const world = globalThis as { counterpointTakes?: (second: SecondScript) => void };

/** The first script's part: has the background put the second into this page. Rejects when it cannot. */
export function bringSecond(): Promise<SecondScript> {
  return new Promise((resolve, reject) => {
    world.counterpointTakes = resolve;
    askBackground('bringCompanion', {}).catch(reject);
  });
}

/**
 * The second script's part. Where no first one waits for it, as when the tab went elsewhere meanwhile or it has come twice, it
 * does nothing.
 */
export function handOver(begin: () => SecondScript): void {
  // Its own: in Chromium an element of the page with that id would answer to the name as well.
  const take = Object.hasOwn(world, 'counterpointTakes') && world.counterpointTakes;
  if (!take) return;
  delete world.counterpointTakes;
  take(begin());
}

import type { Browser } from 'puppeteer-core';

/** Of each kind what waits for the next test file of this worker: to start a browser takes seconds of both processors. */
export class Resting<One> {
  readonly #waiting = new Map<string, One>();

  /** @returns nothing when none waits */
  take(kind: string): One | undefined {
    const one = this.#waiting.get(kind);
    this.#waiting.delete(kind);
    return one;
  }

  /** @returns whether there is room: one of a kind is enough */
  leave(kind: string, one: One): boolean {
    if (this.#waiting.has(kind)) return false;
    this.#waiting.set(kind, one);
    return true;
  }
}

/** Closes all pages but a new one. */
export async function closePages(browser: Browser): Promise<void> {
  const pages = await browser.pages();
  await browser.newPage();
  // A page may ask whether it may be left.
  for (const page of pages) await page.close({ runBeforeUnload: false }).catch(() => undefined);
}

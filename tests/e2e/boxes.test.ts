import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../support/rows';
import { BROWSERS, eventually, startSession, type TestSession } from '../support/session';

describe.each(BROWSERS)('a box that is pressed again and again: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  it.each([
    ['src/popup/index.html?tab=0', '.foot input', 'toolbar'],
    ['src/settings/index.html', '.choice input[type=checkbox]', 'showClaims'],
  ])('is not set back by what is told of an earlier choice: %s', async (path, box, setting) => {
    const page = await session.openExtensionPage(path);
    await page.waitForSelector(box);
    const kept = async () => {
      const rows = (await rowsOf(session.door.page)).settings as { name: string; value: unknown }[];
      return rows.find(({ name }) => name === setting)?.value ?? true;
    };
    // Whenever the page has read what is kept, and not shown it yet, the reader presses again: four times more.
    await page.evaluate((selector) => {
      const input = document.querySelector(selector) as HTMLInputElement;
      const read = IDBObjectStore.prototype.get;
      let [left, isPressing] = [4, false];
      IDBObjectStore.prototype.get = function (...given) {
        const request = read.apply(this, given);
        request.addEventListener('success', () => {
          if (this.name !== 'settings' || isPressing || left-- <= 0) return;
          isPressing = true;
          input.click();
          setTimeout(() => {
            isPressing = false;
          });
        });
        return request;
      };
      const seen: boolean[] = [];
      Object.assign(window, { seen });
      const look = () => {
        if (seen.at(-1) !== input.checked) seen.push(input.checked);
        setTimeout(look);
      };
      input.click();
      look();
    }, box);
    await eventually(kept, (value) => value === false);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const seen = await page.evaluate(() => (window as unknown as { seen: boolean[] }).seen);
    expect([seen.length <= 5, seen.at(-1), await kept()]).toEqual([true, false, false]);
    await page.close();
  });
});

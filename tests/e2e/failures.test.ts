import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, eventually, startSession, type TestSession } from '../support/session';

// The pages of the extension on a library that cannot be opened. Firefox lets no test reach into such a page before it loads.
describe.each(BROWSERS.filter((kind) => kind === 'chrome'))('a library that cannot be opened: %s', (kind) => {
  let session: TestSession;
  beforeAll(async () => {
    session = await startSession(kind);
  });
  afterAll(() => session?.close());

  it.each(['src/library/index.html', 'src/popup/index.html?tab=0'])('%s says so, and what to do', async (path) => {
    const page = await session.browser.newPage();
    await page.evaluateOnNewDocument(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The disk is broken.', 'InvalidStateError');
      };
    });
    await page.goto(session.extensionUrl(path));
    const alert = () => page.evaluate(() => document.querySelector('[role="alert"]')?.textContent ?? null);
    await eventually(alert, (text) => text !== null);
    expect(await alert()).toContain('The library could not be read.');
    expect(await alert()).toContain('The disk is broken.');
    expect(await page.evaluate(() => document.querySelector('[role="alert"] button')?.textContent)).toBe('Try again');
    await page.close();
  });
});

import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, leaveBareBrowser, pageWith, startBareBrowser } from '../support/bare-browser';
import { BROWSERS } from '../support/session';
import type * as Looks from './looks-entry';

declare const under_test: typeof Looks;

describe.each(BROWSERS)('looks at a page: %s', (kind) => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    [browser, script] = await Promise.all([startBareBrowser(kind), bundle('tests/component/looks-entry.ts')]);
  });
  afterAll(() => leaveBareBrowser(kind, browser));

  it('nothing is called not found by a look that another overtook while the second script came', async () => {
    const page = await pageWith(browser, script, '');
    expect(await page.evaluate(() => under_test.overtakenLooks())).toEqual(['found']);
    await page.close();
  });
});

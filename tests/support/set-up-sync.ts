import type { Page } from 'puppeteer-core';
import { eventually } from './session';

/** Presses a button by the keyboard: Firefox lets a page ask for a host only in answer to a hand. */
export async function press(page: Page, words: string): Promise<void> {
  const focus = (wanted: string) => {
    const within = document.querySelector('dialog') ?? document;
    const buttons = [...within.querySelectorAll('button')];
    const button = buttons.find((one) => one.textContent?.trim().startsWith(wanted) && !one.disabled);
    // Where the window has no third column, it is folded away.
    button?.closest('details:not([open])')?.querySelector('summary')?.click();
    button?.focus();
    return button !== undefined && document.activeElement === button;
  };
  await page.bringToFront();
  await eventually(
    () => page.evaluate(focus, words),
    (focused) => focused,
    15_000,
  );
  await page.keyboard.press('Enter');
}

/** Waits until the elements of a selector say something. */
export const says = (page: Page, selector: string, words: RegExp): Promise<string> =>
  eventually(
    () =>
      page.evaluate(
        (wanted) => [...document.querySelectorAll(wanted)].map(({ textContent }) => textContent).join('\n'),
        selector,
      ),
    (text) => words.test(text),
    20_000,
  );

/** Types into the dialog's field of this name (its first, where no name is given), as the reader would. */
export async function type(page: Page, label: string, text: string): Promise<void> {
  const focus = (wanted: string) => {
    const field = [...document.querySelectorAll('dialog label')].find(({ textContent }) =>
      textContent?.startsWith(wanted),
    );
    const input = document.getElementById(field?.getAttribute('for') ?? '') as HTMLInputElement | null;
    input?.focus();
    input?.select();
    return input !== null && document.activeElement === input;
  };
  const written = () => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value);
  await page.bringToFront();
  // A window that has just come to the front may lose the first letters.
  await eventually(
    async () => {
      if (!(await page.evaluate(focus, label))) return undefined;
      await page.keyboard.type(text);
      return written();
    },
    (value) => value === text,
    15_000,
  );
}

/** The second step, up to the third or to word that the passphrase is another one. */
export async function typePassphrase(page: Page, passphrase: string): Promise<void> {
  const step = () => page.evaluate(() => document.querySelector('dialog')?.textContent ?? '');
  await eventually(step, (text) => text.includes('Step 2 of 3'));
  await page.evaluate(() => document.querySelector<HTMLInputElement>('dialog input')?.select());
  await page.keyboard.type(passphrase);
  await press(page, 'Next');
  await eventually(step, (text) => /Step 3 of 3|another passphrase/.test(text), 20_000);
}

/** Sets sync up in the library by the dialog's three steps; stops where it says that the passphrase is another one. */
export async function setUpSync(
  page: Page,
  { url, user, password, passphrase, name }: Record<'url' | 'user' | 'password' | 'passphrase' | 'name', string>,
): Promise<void> {
  await press(page, 'Set up sync…');
  await type(page, 'Address', url);
  await type(page, 'User name', user);
  await type(page, 'Password', password);
  await press(page, 'Test');
  await says(page, 'dialog [role=status]', /It works/);
  await press(page, 'Next');
  await typePassphrase(page, passphrase);
  if (await page.evaluate(() => document.querySelector('dialog')?.textContent?.includes('another passphrase'))) return;
  await type(page, 'What it is called', name);
  await press(page, 'Start');
  await says(page, '.sync', /Last synced/);
}

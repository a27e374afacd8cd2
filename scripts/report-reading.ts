import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { readClaimDatabase } from '../src/claims/vite-plugin';
import { parseArticleAddress } from '../src/core/address';
import { foldHeadline } from '../src/core/headline';
import type { Session } from './browsers/launch';
import { openReadingDoor } from './browsers/reading';

/** Prints what Counterpoint found on a page and what its popup says, and writes screenshots of page, card and popup. */
export async function reportReading(session: Session, page: Page, url: string, folder: string): Promise<void> {
  const door = await openReadingDoor(session);
  const tab = await door.tabOf(url);
  const state = await door.reading(tab, ({ article }) => article !== null);
  if (!state?.article) {
    console.log('This page is not recognised as an article.');
    await page.screenshot({ path: join(folder, 'page.png') as `${string}.png` });
    console.log(`Screenshot: ${folder}`);
    return;
  }
  const headline = foldHeadline(state.article.headline);
  const known = readClaimDatabase().articles.find(
    (article) => article.key === parseArticleAddress(url)?.key || foldHeadline(article.headline) === headline,
  );
  console.log(`\n${state.article.headline}`);
  for (const [i, { id, label, excerpt }] of (known?.claims ?? []).entries()) {
    const { place = 'not found', at = null } = state.places[id] ?? {};
    const where =
      at === null ? place : `found at ${Math.round(100 * at)} % of the text, “${excerpt.start} … ${excerpt.end}”`;
    console.log(`${String(i + 1).padStart(3)}. ${label}: ${where}`);
  }
  if (!known) console.log('The claim database has no claims for this article.');

  await page.bringToFront();
  await page.screenshot({ path: join(folder, 'page.png') as `${string}.png` });
  const found = known?.claims.find(({ id }) => state.places[id]?.place === 'found');
  if (found) {
    await door.ask(tab, 'goToClaim', { id: found.id });
    await new Promise((resolve) => setTimeout(resolve, 800));
    await page.screenshot({ path: join(folder, 'card.png') as `${string}.png` });
  }
  const popup = await session.openExtensionPage(`src/popup/index.html?tab=${tab}`);
  await popup.setViewport({ width: 420, height: 600 });
  await popup.waitForSelector('.head');
  await new Promise((resolve) => setTimeout(resolve, 500));
  await popup.screenshot({ path: join(folder, 'popup.png') as `${string}.png` });
  console.log('\nThe popup says:');
  const lines = await popup.evaluate(() =>
    [...document.querySelectorAll('.head h1, .head p > span, .head > .quiet, .message')].map(
      (part) => part.textContent ?? '',
    ),
  );
  for (const line of lines) console.log(`  ${line}`);
  console.log(`\nScreenshots of page, card and popup: ${folder}`);
}

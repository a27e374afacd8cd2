import browser from 'webextension-polyfill';
import { askPage, type ReadingState } from '../contract/page';
import { urlOf } from '../core/address';
import type { Annotation } from '../core/annotation';

/** Words at either end that a text fragment names of a long quote. */
const ENDS = 5;
/** How often, and after how many milliseconds each, the opened page is asked whether it is ready. */
const ATTEMPTS = 60;
const WAIT = 250;

/** The page's address with a text fragment (https://wicg.github.io/scroll-to-text-fragment/): leads to the words without us. */
export function linkTo({ articleKey, target }: Annotation): string {
  const url = urlOf(articleKey);
  if (target.kind === 'claim') return url;
  const words = target.quote.exact.split(/\s+/u);
  const part = (some: string[]) => encodeURIComponent(some.join(' ')).replace(/-/g, '%2D');
  const text = words.length <= 2 * ENDS ? part(words) : `${part(words.slice(0, ENDS))},${part(words.slice(-ENDS))}`;
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${text}`;
}

/** Opens the article in a new tab and goes to the words as our own anchoring finds them. */
export async function openAt(annotation: Annotation): Promise<void> {
  const { id, target } = annotation;
  const markId = target.kind === 'claim' ? target.claimId : id;
  const ask = target.kind === 'claim' ? 'goToClaim' : 'goToAnnotation';
  await whenOpened(linkTo(annotation), async (tabId, reading) => {
    if (reading.places[markId]?.place !== 'found') return false;
    await askPage(tabId, ask, { id: markId });
    return true;
  });
}

/**
 * Goes to the words of a claim and opens its card: in the tab that we come from, should it still show the article, else in
 * a new one.
 */
export async function openClaim(url: string, claimId: string, tabId: number | null): Promise<void> {
  const reading = tabId === null ? null : await askPage(tabId, 'describeReading', {}).catch(() => null);
  if (tabId === null || !reading || !(claimId in reading.places)) {
    await whenOpened(url, async (opened, { places }) => {
      if (places[claimId]?.place !== 'found') return false;
      await askPage(opened, 'goToClaim', { id: claimId });
      return true;
    });
    return;
  }
  const { windowId } = await browser.tabs.update(tabId, { active: true });
  if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
  await askPage(tabId, 'goToClaim', { id: claimId });
}

/** Opens the article in a new tab and asks the reader there which words the highlight belongs to now. */
export async function reattachAt(annotation: Annotation): Promise<void> {
  const { id } = annotation;
  await whenOpened(linkTo(annotation).replace(/#.*/, ''), async (tabId, reading) => {
    if (!(id in reading.places)) return false;
    await askPage(tabId, 'reattach', { id });
    return true;
  });
}

/** Opens a page and, again and again until it is done or the time is over, tries something with its reading. */
async function whenOpened(
  url: string,
  tried: (tabId: number, reading: ReadingState) => Promise<boolean>,
): Promise<void> {
  const { id: tabId } = await browser.tabs.create({ url });
  for (let attempt = 0; attempt < ATTEMPTS && tabId !== undefined; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, WAIT));
    const reading = await askPage(tabId, 'describeReading', {}).catch(() => null);
    if (reading && (await tried(tabId, reading))) return;
  }
}

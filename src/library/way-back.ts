import browser from 'webextension-polyfill';
import { askPage } from '../contract';
import type { Annotation } from '../core/annotation';

/** Words at either end that a text fragment names of a long quote. */
const ENDS = 5;
/** How often, and after how many milliseconds each, the opened page is asked whether it is ready. */
const ATTEMPTS = 60;
const WAIT = 250;

/** The article's address with a text fragment (https://wicg.github.io/scroll-to-text-fragment/): leads to the words without us. */
export function linkTo({ articleKey, target }: Annotation): string {
  const url = `https://thediplomat.com/${articleKey.split('/').map(encodeURIComponent).join('/')}/`;
  if (target.kind === 'claim') return url;
  const words = target.quote.exact.split(/\s+/u);
  const part = (some: string[]) => encodeURIComponent(some.join(' ')).replace(/-/g, '%2D');
  const text = words.length <= 2 * ENDS ? part(words) : `${part(words.slice(0, ENDS))},${part(words.slice(-ENDS))}`;
  return `${url}#:~:text=${text}`;
}

/** Opens the article in a new tab and goes to the words as our own anchoring finds them. */
export async function openAt(annotation: Annotation): Promise<void> {
  const { id, target } = annotation;
  const markId = target.kind === 'claim' ? target.claimId : id;
  const tab = await browser.tabs.create({ url: linkTo(annotation) });
  for (let attempt = 0; attempt < ATTEMPTS && tab.id !== undefined; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, WAIT));
    const reading = await askPage(tab.id, 'describeReading', {}).catch(() => null);
    if (reading?.places[markId]?.place !== 'found') continue;
    await askPage(tab.id, target.kind === 'claim' ? 'goToClaim' : 'goToAnnotation', { id: markId });
    return;
  }
}

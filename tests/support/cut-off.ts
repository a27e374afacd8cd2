import type { Page } from 'puppeteer-core';

/**
 * The texts of a page that do not fit where they stand: wider than a box that hides what overflows, or beyond the
 * window's edge. What is unseen on purpose, or shortened by lines, is not meant.
 */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const own = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
      if (!own || !element.checkVisibility() || element.closest('.unseen')) continue;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const hides = style.overflowX !== 'visible' && style.webkitLineClamp === 'none';
      const tooWide = hides && element.scrollWidth > element.clientWidth + 1;
      const beyond = box.right > innerWidth + 1 || box.left < -1;
      if (tooWide || beyond)
        found.push(`${element.localName}.${element.className}: ${element.textContent?.slice(0, 60)}`);
    }
    if (document.documentElement.scrollWidth > innerWidth + 1) found.push('the page scrolls sideways');
    return found;
  });

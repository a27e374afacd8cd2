import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { inHost } from './closed-root';

/** axe-core (https://github.com/dequelabs/axe-core), as one script. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const HOST = 'counterpoint-companion';
/** What a color scheme can change. */
const OF_COLORS = ['color-contrast', 'link-in-text-block'];
const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** What axe finds wrong on a page of ours: WCAG 2.2 AA and best practice, and its colors dark too; a line for each element. */
export async function findings(page: Page): Promise<string[]> {
  return [...(await inScheme(page, 'light', null)), ...(await inScheme(page, 'dark', null))];
}

/**
 * The same for our host on a page of others: what stands in its closed root, and nothing around it. Those rules are left
 * out that speak of a page as a whole.
 */
export async function findingsInHost(page: Page): Promise<string[]> {
  // axe goes where `shadowRoot` leads: for as long as it runs, the closed root is shown to it.
  await inHost(
    page,
    (root) => void Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true }),
  );
  try {
    return await inScheme(page, null, HOST);
  } finally {
    await inHost(page, (root) => Reflect.deleteProperty(root.host, 'shadowRoot'));
  }
}

async function inScheme(page: Page, scheme: 'light' | 'dark' | null, within: string | null): Promise<string[]> {
  // Half a megabyte: sent once to each page.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(SOURCE);
  // Our colors are light-dark() pairs and follow the property.
  if (scheme) {
    await page.evaluate((wanted) => {
      document.documentElement.style.colorScheme = wanted;
    }, scheme);
  }
  const options: RunOptions = {
    ...OPTIONS,
    // Once light was looked at in full, dark differs in its colors alone.
    ...(scheme === 'dark' ? { runOnly: OF_COLORS } : {}),
    ...(within ? { rules: { region: { enabled: false } } } : {}),
  };
  const { violations } = await page.evaluate(
    async (context, given) => {
      const { axe } = globalThis as unknown as { axe: { run: (...args: unknown[]) => Promise<AxeResults> } };
      const seen = await axe.run(context ?? document, given);
      return {
        violations: seen.violations.map(({ id, nodes }) => ({
          id,
          nodes: nodes.map(
            ({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary?.split('\n')[1]?.trim()}`,
          ),
        })),
      };
    },
    within,
    options,
  );
  if (scheme) await page.evaluate(() => document.documentElement.style.removeProperty('color-scheme'));
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${scheme ? `${scheme}: ` : ''}${id}: ${node}`));
}

import type { Page } from 'puppeteer-core';

/** A node as Chromium hands it to a screen reader. */
export interface Spoken {
  role: string;
  name: string;
  focused: boolean;
  /** Depth in a tree or of a heading; `null` elsewhere. */
  level: number | null;
}

/** What a screen reader is given of a page, our closed root included, without what is passed over. Chromium only. */
export async function accessibilityTree(page: Page): Promise<Spoken[]> {
  const client = await page.createCDPSession();
  try {
    await client.send('Accessibility.enable');
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name, properties = [] }) => {
        const property = (wanted: string): unknown => properties.find((one) => one.name === wanted)?.value.value;
        const level = property('level');
        return {
          role: String(role?.value ?? ''),
          name: String(name?.value ?? ''),
          focused: property('focused') === true,
          level: typeof level === 'number' ? level : null,
        };
      });
  } finally {
    await client.detach();
  }
}

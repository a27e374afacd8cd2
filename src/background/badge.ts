import browser from 'webextension-polyfill';

/** Shows on the toolbar button how many claims were found in a tab; nothing when there are none. */
export async function showFound(tabId: number, found: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: found > 0 ? String(found) : '' });
  await browser.action.setTitle({ tabId, title: found > 0 ? `Counterpoint: ${found} claims found` : 'Counterpoint' });
}

export async function styleBadge(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#1f4e79' });
  await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
}

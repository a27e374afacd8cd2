import browser from 'webextension-polyfill';
import { counted, t } from '../i18n/messages';

/** Shows on the toolbar button how many claims were found in a tab; nothing when there are none. */
export async function showFound(tabId: number, found: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: found > 0 ? String(found) : '' });
  await browser.action.setTitle({ tabId, title: found > 0 ? counted('badge_found', found) : t('badge_none') });
}

export async function styleBadge(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#1f4e79' });
  await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
}

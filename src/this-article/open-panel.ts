import browser from 'webextension-polyfill';

/** What Chromium adds and neither the polyfill nor its types know (https://developer.chrome.com/docs/extensions/reference/api/sidePanel). */
interface SidePanelApi {
  open: (where: { windowId: number }) => Promise<void>;
}

/**
 * Opens the panel beside the pages of a window. Only in answer to a click or a key, and before anything is awaited: the
 * browser refuses otherwise.
 */
export async function openPanel(windowId: number): Promise<void> {
  const { chrome } = globalThis as { chrome?: { sidePanel?: SidePanelApi } };
  if (chrome?.sidePanel) await chrome.sidePanel.open({ windowId });
  else await browser.sidebarAction.open();
}

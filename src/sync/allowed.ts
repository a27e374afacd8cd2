import browser, { type Permissions } from 'webextension-polyfill';

/**
 * What leaves this browser with sync, in Firefox's words for it: name and password to the server, and, sealed, which
 * articles were read and which of their words were kept. Firefox asks about it beside the host, and shows it among the
 * extension's permissions (https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/). That the
 * server is the reader's own makes no difference there: it is outside the browser.
 */
const CARRIED: NonNullable<Permissions.Permissions['data_collection']> = [
  'authenticationInfo',
  'browsingActivity',
  'websiteContent',
];

/** What the browser has to allow for a folder's host; match patterns know no ports. */
function needed(url: string): Permissions.Permissions {
  const { protocol, hostname } = new URL(url);
  const origins = [`${protocol}//${hostname}/*`];
  return navigator.userAgent.includes('Firefox/') ? { origins, data_collection: CARRIED } : { origins };
}

/** Asks the reader for the host. Only in answer to a click, before anything is awaited. */
export const askForHost = (url: string): Promise<boolean> => browser.permissions.request(needed(url));

/** Whether the browser still lets sync reach the host: the reader may have taken that back where extensions are managed. */
export const mayReach = (url: string): Promise<boolean> => browser.permissions.contains(needed(url));

/** Gives back what was allowed. */
export const giveHostBack = async (url: string): Promise<void> => {
  await browser.permissions.remove(needed(url));
};

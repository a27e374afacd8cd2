import type { Browser } from 'puppeteer-core';

/** What is used of WebDriver BiDi, with Firefox's own `moz:scope`. */
interface BidiConnection {
  send: (method: string, params: unknown) => Promise<{ result: unknown }>;
}
interface Evaluated {
  exceptionDetails?: { text: string };
  result?: { value?: unknown };
}

/** Runs an expression in Firefox's own window, which may do all that Firefox may. @throws what it throws */
export async function inFirefoxItself(browser: Browser, expression: string): Promise<unknown> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const { contexts } = tree.result as { contexts: { context: string; url: string }[] };
  const context = contexts.find(({ url }) => url.endsWith('/browser.xhtml'))?.context;
  const evaluated = await connection.send('script.evaluate', { expression, target: { context }, awaitPromise: true });
  const { exceptionDetails, result } = evaluated.result as Evaluated;
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result?.value;
}

import type { CDPSession, Page } from 'puppeteer-core';

/**
 * Looks into our closed shadow root as neither the page nor its scripts can: through the browser's debugging protocol.
 * The extension under test is the packaged one, with the root closed.
 */
export async function inHost<T, Args extends unknown[]>(
  page: Page,
  look: (root: ShadowRoot, ...args: Args) => T,
  ...args: Args
): Promise<T | null> {
  const source = `function(root, args) { return (${look.toString()})(root, ...JSON.parse(args)); }`;
  const json = JSON.stringify(args);
  return isChrome(page) ? inChrome(page, source, json) : inFirefox(page, source, json);
}

const NAME = 'counterpoint-companion';
const isChrome = (page: Page): boolean => !('connection' in page.browser());

async function inChrome<T>(page: Page, source: string, args: string): Promise<T | null> {
  const client: CDPSession = await page.createCDPSession();
  try {
    const host = await client.send('Runtime.evaluate', { expression: `document.querySelector('${NAME}')` });
    const objectId = host.result.objectId;
    if (!objectId) return null;
    const { node } = await client.send('DOM.describeNode', { objectId, depth: 1, pierce: true });
    const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
    if (!backendNodeId) return null;
    const { object } = await client.send('DOM.resolveNode', { backendNodeId });
    const { result, exceptionDetails } = await client.send('Runtime.callFunctionOn', {
      objectId: object.objectId as string,
      functionDeclaration: `function(args) { return (${source})(this, args); }`,
      arguments: [{ value: args }],
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return (result.value ?? null) as T | null;
  } finally {
    await client.detach();
  }
}

/** What WebDriver BiDi tells of a node. */
interface RemoteNode {
  type: string;
  sharedId?: string;
  value?: { shadowRoot?: RemoteNode | null };
}
interface BidiConnection {
  send: (
    method: string,
    params: unknown,
  ) => Promise<{ result: { type: string; result?: RemoteNode; exceptionDetails?: { text: string } } }>;
}

async function inFirefox<T>(page: Page, source: string, args: string): Promise<T | null> {
  const { connection } = page.browser() as unknown as { connection: BidiConnection };
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  const target = { context };
  const found = await connection.send('script.evaluate', {
    expression: `document.querySelector('${NAME}')`,
    target,
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
  });
  const root = found.result.result?.value?.shadowRoot;
  if (!root?.sharedId) return null;
  const called = await connection.send('script.callFunction', {
    functionDeclaration: `(root, args) => JSON.stringify((${source})(root, args) ?? null)`,
    target,
    awaitPromise: false,
    arguments: [{ sharedId: root.sharedId }, { type: 'string', value: args }],
  });
  if (called.result.exceptionDetails) throw new Error(called.result.exceptionDetails.text);
  return JSON.parse((called.result.result as unknown as { value: string }).value) as T;
}

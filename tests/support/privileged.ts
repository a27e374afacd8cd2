import { eventually, type TestSession } from './session';

/** What is used of WebDriver BiDi, with Firefox's own `moz:scope`. */
interface BidiConnection {
  send: (method: string, params: unknown) => Promise<{ result: unknown }>;
}
interface Evaluated {
  exceptionDetails?: { text: string };
  result?: { value?: unknown };
}

/** Runs an expression in Firefox's own window, which may do all that Firefox may. @throws what it throws */
export async function inFirefoxItself(session: TestSession, expression: string): Promise<unknown> {
  const { connection } = session.browser as unknown as { connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const { contexts } = tree.result as { contexts: { context: string; url: string }[] };
  const context = contexts.find(({ url }) => url.endsWith('/browser.xhtml'))?.context;
  const evaluated = await connection.send('script.evaluate', { expression, target: { context }, awaitPromise: true });
  const { exceptionDetails, result } = evaluated.result as Evaluated;
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result?.value;
}

/** Stops the extension's background as the browser does when it needs the memory: at once, whatever it is at. */
export async function stopBackground(session: TestSession): Promise<void> {
  if (session.kind === 'firefox') {
    await inFirefoxItself(
      session,
      `(async () => {
        const [{ extension }] = WebExtensionPolicy.getActiveExtensions().filter(({ id }) => id.startsWith('counterpoint'));
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      })()`,
    );
    return;
  }
  const target = session.browser
    .targets()
    .find((one) => one.type() === 'service_worker' && one.url().startsWith(session.extensionUrl('')));
  await (await target?.worker())?.close().catch(() => undefined);
}

/** Until the background answers. */
export const backgroundAnswers = (session: TestSession): Promise<boolean> =>
  eventually(
    () =>
      session.door.page.evaluate(async () => {
        const scope = globalThis as Record<string, unknown>;
        const api = (scope.browser ?? scope.chrome) as {
          runtime: { sendMessage: (message: unknown) => Promise<unknown> };
        };
        const asked = { door: 'background', verb: 'showDue', request: {} };
        return api.runtime.sendMessage(asked).then(
          () => true,
          () => false,
        );
      }),
    (answers) => answers,
  );

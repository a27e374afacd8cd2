import { inFirefoxItself } from '../../scripts/browsers/firefox-itself';
import { eventually, type TestSession } from './session';

/** Stops the extension's background as the browser does when it needs the memory: at once, whatever it is at. */
export async function stopBackground(session: TestSession): Promise<void> {
  if (session.kind === 'firefox') {
    await inFirefoxItself(
      session.browser,
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

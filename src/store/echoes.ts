import type { EchoName } from '../core/echo';
import { library } from './library';

/** The name of the setting that holds them. */
const NAME = 'dismissedEchoes';

const nameOf = ({ articleKey, claimArticle, claimId }: EchoName): string =>
  JSON.stringify([articleKey, claimArticle, claimId]);

/** Whether the reader has dismissed an echo. */
export async function readDismissed(): Promise<(echo: EchoName) => boolean> {
  const dismissed = await readNames();
  return (echo) => dismissed.has(nameOf(echo));
}

/** Dismisses an echo for good, or takes that back. */
export function dismissEcho(echo: EchoName, dismissed: boolean): Promise<void> {
  return library.transaction('rw', library.settings, async () => {
    const names = await readNames();
    if (dismissed) names.add(nameOf(echo));
    else names.delete(nameOf(echo));
    await library.settings.put({ name: NAME, value: [...names].sort() });
  });
}

async function readNames(): Promise<Set<string>> {
  const value = (await library.settings.get(NAME))?.value;
  return new Set(Array.isArray(value) ? value.filter((name) => typeof name === 'string') : []);
}

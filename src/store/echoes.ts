import type { EchoName } from '../core/echo';
import { library } from './library';

/** The name of the setting that holds them. */
const NAME = 'dismissedEchoes';

const nameOf = ({ articleKey, claimArticle, claimId }: EchoName): string =>
  JSON.stringify([articleKey, claimArticle, claimId]);

/** Whether the reader has dismissed an echo. */
export async function readDismissed(): Promise<(echo: EchoName) => boolean> {
  const dismissed = new Set(await readDismissedNames());
  return (echo) => dismissed.has(nameOf(echo));
}

/** Dismisses an echo for good, or takes that back. */
export const dismissEcho = (echo: EchoName, dismissed: boolean): Promise<void> =>
  changeDismissed([nameOf(echo)], dismissed);

/** The same for many, by the names that readDismissedNames gives. */
export function changeDismissed(echoes: readonly string[], dismissed: boolean): Promise<void> {
  return library.transaction('rw', library.settings, async () => {
    const names = new Set(await readDismissedNames());
    for (const name of echoes) {
      if (dismissed) names.add(name);
      else names.delete(name);
    }
    await library.settings.put({ name: NAME, value: [...names].sort() });
  });
}

/** A name for each echo that was dismissed. */
export async function readDismissedNames(): Promise<string[]> {
  const value = (await library.settings.get(NAME))?.value;
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}

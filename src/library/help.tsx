import { useEffect, useRef } from 'preact/hooks';
import { KEYS } from './keys';
import { FIELDS } from './search/query';

/** The keys and the search language, in a dialog of the browser's own. */
export function Help({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={close}>
      <form method="dialog">
        <h2 id="help-title">Keys and searching</h2>
        <button type="submit" aria-label="Close">
          ✕
        </button>
      </form>
      <dl>
        {KEYS.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <h3>In the search</h3>
      <p>
        Words are found from their beginning, with or without accents, and with a slip where nothing else fits; “words
        in quotation marks” as they stand. A minus in front leaves out: <code>-tag:done</code>.
      </p>
      <ul>
        {Object.entries(FIELDS).map(([field, how]) => (
          <li key={field}>
            <code>{how}</code>
          </li>
        ))}
      </ul>
    </dialog>
  );
}

import { useEffect, useRef } from 'preact/hooks';
import { t, woven } from '../i18n/messages';
import { KEYS } from './keys';
import { FIELDS, fieldInWords } from './search/query';

/** The keys and the search language, in a dialog of the browser's own. */
export function Help({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={close}>
      <form method="dialog">
        <h2 id="help-title">{t('library_help')}</h2>
        <button type="submit" aria-label={t('close')}>
          ✕
        </button>
      </form>
      <dl>
        {KEYS.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('library_help_search')}</h3>
      <p>{woven('library_help_words', { example: <code dir="ltr">{'-tag:done'}</code> })}</p>
      <ul>
        {FIELDS.map((field) => (
          <li key={field}>
            <code dir="ltr">{fieldInWords(field)}</code>
          </li>
        ))}
      </ul>
    </dialog>
  );
}

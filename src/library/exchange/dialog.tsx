import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../../i18n/messages';

interface DialogProps {
  title: string;
  close: () => void;
  children: ComponentChildren;
}

/** A modal dialog while it is rendered: the browser keeps the focus within, Escape closes it, focus returns afterwards. */
export function Dialog({ title, close, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} class="exchange" aria-labelledby={titleId} onClose={close}>
      <header>
        <h2 id={titleId}>{title}</h2>
        <button type="button" class="link" onClick={close}>
          {t('close')}
        </button>
      </header>
      {children}
    </dialog>
  );
}

/** What went wrong, said once to everybody. */
export function Failure({ words }: { words: string | null }) {
  return (
    <p class="failed" role="alert">
      {words}
    </p>
  );
}

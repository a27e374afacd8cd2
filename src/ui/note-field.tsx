import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/messages';
import { sentenceOf } from '../i18n/worded';

/** Where what is written goes. */
export interface Writing {
  /** Keeps the text. Rejects with a sentence for the reader. */
  save: (text: string) => Promise<void>;
  /** Puts the text, at every key and at once, where it outlives a page that is closed before it was kept. */
  draft?: (text: string) => void;
}

interface NoteFieldProps extends Writing {
  label: string;
  text: string;
  autofocus?: boolean;
}

/** Milliseconds of rest after which what was typed is kept. */
const PAUSE = 400;

/** A note that keeps itself: after a pause, when left, and when its card closes. What cannot be kept stays and says so. */
export function NoteField({ label, text, save, draft, autofocus }: NoteFieldProps) {
  const [typed, setTyped] = useState(text);
  const [status, setStatus] = useState<{ words: string; failed?: boolean }>({ words: '' });
  const saving = useRef({ kept: text, latest: text, timer: 0, queue: Promise.resolve() });
  const field = useRef<HTMLTextAreaElement>(null);
  const statusId = useId();

  const keep = () => {
    const state = saving.current;
    clearTimeout(state.timer);
    state.queue = state.queue.then(async () => {
      const wanted = state.latest;
      if (wanted === state.kept) return;
      setStatus({ words: t('note_saving') });
      try {
        await save(wanted);
        state.kept = wanted;
        setStatus({ words: t('note_saved') });
      } catch (error) {
        const reason = sentenceOf(error);
        setStatus({ words: t('note_not_saved', { reason }), failed: true });
      }
    });
  };
  const keepLatest = useRef(keep);
  keepLatest.current = keep;
  // What another page wrote meanwhile is shown, unless something is being typed here.
  useEffect(() => {
    const state = saving.current;
    if (state.latest !== state.kept || text === state.kept) return;
    state.kept = text;
    state.latest = text;
    setTyped(text);
  }, [text]);
  // Before the browser paints: whoever opened this to write is writing already.
  useLayoutEffect(() => {
    if (autofocus) field.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const leave = () => keepLatest.current();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return (
    <div class="note-field">
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        placeholder={label}
        aria-label={label}
        aria-describedby={statusId}
        value={typed}
        onInput={(event) => {
          const value = event.currentTarget.value;
          setTyped(value);
          const state = saving.current;
          state.latest = value;
          draft?.(value);
          clearTimeout(state.timer);
          state.timer = window.setTimeout(() => keepLatest.current(), PAUSE);
        }}
        onBlur={keep}
      />
      <p class={status.failed ? 'status failed' : 'status'} id={statusId} role="status">
        {status.words}
      </p>
    </div>
  );
}

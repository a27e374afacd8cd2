import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { mergeNotes } from '../core/note-merge';
import { t } from '../i18n/messages';
import { sentenceOf } from '../i18n/worded';

/** Where what is written goes. */
export interface Writing {
  /**
   * Keeps the text. Rejects with a sentence for the reader.
   * @param from the text this one was made of
   * @returns what is kept now: this text, joined with what was written elsewhere meanwhile
   */
  save: (text: string, from: string) => Promise<string>;
  /** Puts the text, at every key and at once, where it outlives a page that is closed before it was kept. */
  draft?: (text: string) => void;
  /** The text that is on its way to the library, or was refused by it, if there is one: it is shown, and tried again. */
  drafted?: () => string | undefined;
}

interface NoteFieldProps extends Writing {
  label: string;
  /** The note as it is kept. */
  text: string;
  autofocus?: boolean;
}

/** Milliseconds of rest after which what was typed is kept. */
const PAUSE = 400;

/** A note that keeps itself: after a pause, when left, and when its card closes. What cannot be kept stays and says so. */
export function NoteField({ label, text, save, draft, drafted, autofocus }: NoteFieldProps) {
  const [typed, setTyped] = useState(() => drafted?.() ?? text);
  const [status, setStatus] = useState<{ words: string; failed?: boolean }>({ words: '' });
  const saving = useRef({ kept: text, latest: typed, timer: 0, queue: Promise.resolve() });
  const field = useRef<HTMLTextAreaElement>(null);
  const statusId = useId();

  const show = (value: string) => {
    saving.current.latest = value;
    setTyped(value);
  };
  const keep = () => {
    const state = saving.current;
    clearTimeout(state.timer);
    state.queue = state.queue.then(async () => {
      const wanted = state.latest;
      if (wanted === state.kept) return;
      setStatus({ words: t('note_saving') });
      try {
        state.kept = await save(wanted, state.kept);
        if (state.kept !== wanted) show(mergeNotes(wanted, state.kept, state.latest));
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
    const isTyping = state.latest !== state.kept && state.latest !== text;
    if (isTyping || text === state.kept) return;
    state.kept = text;
    show(text);
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
          const state = saving.current;
          show(value);
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

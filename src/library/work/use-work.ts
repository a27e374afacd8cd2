import { useRef, useState } from 'preact/hooks';
import { UnwordedError } from '../../core/unworded';
import { t } from '../../i18n/messages';
import { sentenceOf } from '../../i18n/worded';
import type { Patch } from '../../store/patches';
import { type Change, type History, make, step, withStep } from './undo';

/** What the reader does with annotations: done, kept for undo, and said. */
export interface Work {
  /** Makes a change and says it with an undo. */
  run: (words: string, change: Change) => Promise<void>;
  /** Changes annotations without a word; `joined` belongs to the step before. Rejects when they cannot be changed. */
  patch: (words: string, patches: Patch[], how: 'quiet' | 'joined') => Promise<void>;
  /** Takes in a change that was made already. */
  made: (words: string, back: Change, quietly?: boolean) => void;
  undo: () => Promise<void>;
  redo: () => Promise<void>;
  /** What was done last, to be said; `undoable` when it can be taken back. */
  said: { words: string; undoable: boolean } | null;
  say: (words: string) => void;
  hush: () => void;
}

/** Survives a reload of the page, ends with its tab. */
const STORED = 'undo';

/** The reader's work in this session. */
export function useWork(): Work {
  const history = useRef<History>(null);
  /** Read when something is done first: to open the storage takes longer than to draw a screen of the list. */
  const past = (): History => {
    history.current ??= stored();
    return history.current;
  };
  const [said, setSaid] = useState<Work['said']>(null);
  /** One at a time: a second undo waits for what the first leaves. */
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const next = <T>(deed: () => Promise<T>): Promise<T> => {
    const done = queue.current.then(deed);
    queue.current = done.catch(() => undefined);
    return done;
  };
  const keep = (now: History) => {
    history.current = now;
    try {
      sessionStorage.setItem(STORED, JSON.stringify(now));
    } catch {
      // Too much to store: it is undone all the same, until the page is left.
      sessionStorage.removeItem(STORED);
    }
  };
  const made: Work['made'] = (words, back, quietly = false) => {
    keep(withStep(past(), { words, back }));
    if (!quietly) setSaid({ words, undoable: true });
  };
  const go = async (way: 'undo' | 'redo') => {
    const gone = await attempt(() => step(past(), way), setSaid);
    if (gone) keep(gone.history);
    if (gone !== undefined) {
      const key = way === 'undo' ? 'library_undone' : 'library_redone';
      setSaid({ words: gone ? t(key, { what: gone.words }) : t('library_nothing_to_undo'), undoable: false });
    }
  };
  const run: Work['run'] = async (words, change) => {
    const back = await attempt(() => make(change), setSaid);
    if (back) made(words, back);
  };
  const patch: Work['patch'] = async (words, patches, how) => {
    const back = await make({ kind: 'patches', patches });
    if (back.kind === 'patches' && back.patches.length === 0) throw new UnwordedError('error_no_annotation');
    if (how === 'quiet') made(words, back, true);
  };
  return {
    run: (words, change) => next(() => run(words, change)),
    made,
    patch: (words, patches, how) => next(() => patch(words, patches, how)),
    undo: () => next(() => go('undo')),
    redo: () => next(() => go('redo')),
    said,
    say: (words) => setSaid({ words, undoable: false }),
    hush: () => setSaid(null),
  };
}

/** The outcome, or `undefined` when it failed and that was said. */
async function attempt<T>(deed: () => Promise<T>, say: (said: Work['said']) => void): Promise<T | undefined> {
  try {
    return await deed();
  } catch (error) {
    say({
      words: t('say_failed', { reason: sentenceOf(error) }),
      undoable: false,
    });
    return undefined;
  }
}

/** Our own data: nobody else writes this page's session storage. */
function stored(): History {
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORED) ?? '') as History;
    return Array.isArray(kept.done) && Array.isArray(kept.undone) ? kept : { done: [], undone: [] };
  } catch {
    return { done: [], undone: [] };
  }
}

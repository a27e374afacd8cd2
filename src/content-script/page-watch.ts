import { HOST } from './host-name';

interface PageWatch {
  /** The page changed: called at once, before the browser paints, and meant to be cheap. */
  onMutation: () => void;
  /** The page has come to rest for a moment, or the reader came back to it: time to look again. */
  onRest: () => void;
  /** The reader is on the page again after having been elsewhere. */
  onReturn: () => void;
  /** Milliseconds of the page's thread that all of this has taken so far. */
  spent: () => number;
}

/** Milliseconds without a change after which the page is looked at again. */
const REST = 120;
/** Looking may take this part of the time in the long run: a page that never rests gets few looks. */
const SHARE = 0.025;
/** Milliseconds that looking may take at once after a rest: a page that comes in parts is looked at after each. */
const CREDIT = 500;

/**
 * Follows a page that changes: late and replaced bodies, inserted advertisements, gates, resized windows, navigation
 * in the same document, the back/forward cache. Costs nothing while the page is hidden.
 */
export function watchPage({ onMutation, onRest, onReturn, spent }: PageWatch, signal: AbortSignal): void {
  let timer = 0;
  /** A look is owed: at the beginning, and after a change that came while the page was hidden. */
  let due = true;
  const mayLookIn = allowance(spent);

  const look = () => {
    timer = 0;
    if (document.visibilityState === 'hidden') return;
    // Of a look that is done in slices it is known only now what it took.
    if (mayLookIn() > 0) {
      lookSoon();
      return;
    }
    due = false;
    onRest();
  };
  const lookSoon = () => {
    due = true;
    if (timer !== 0 || signal.aborted) return;
    timer = window.setTimeout(look, Math.max(REST, mayLookIn()));
  };

  const observer = new MutationObserver((changes) => {
    if (changes.every(isOurs)) return;
    if (document.visibilityState === 'hidden') {
      // That it is another page now is all there is to know before somebody sees it.
      due = true;
      observer.disconnect();
      return;
    }
    onMutation();
    lookSoon();
  });
  const watched = {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: ['class', 'style', 'hidden', 'open'],
  };
  const observe = () => observer.observe(document, watched);
  observe();

  const on = (target: EventTarget, type: string, listener: () => void) =>
    target.addEventListener(type, listener, { signal, passive: true });
  on(window, 'resize', lookSoon);
  on(document, 'transitionend', lookSoon);
  on(document, 'toggle', lookSoon);
  on(window, 'load', lookSoon);
  on(window, 'popstate', lookSoon);
  on(window, 'pageshow', lookSoon);
  if ('navigation' in window) on(window.navigation as EventTarget, 'currententrychange', lookSoon);
  on(matchMedia('(prefers-color-scheme: dark)'), 'change', lookSoon);
  on(document, 'visibilitychange', () => {
    if (document.visibilityState === 'hidden') return;
    if (due) {
      observe();
      onMutation();
    }
    onReturn();
    if (due) lookSoon();
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  // Not in the task in which this script was compiled.
  timer = window.setTimeout(look);
}

/** That our own element has come beside the body is no change of the page; that it was thrown out is one. */
function isOurs({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (target !== document.documentElement || addedNodes.length === 0 || removedNodes.length > 0) return false;
  return [...addedNodes].every((node) => node instanceof Element && node.localName === HOST);
}

/**
 * @param spent milliseconds taken so far
 * @returns what tells in how many milliseconds more may be taken; 0 for now
 */
function allowance(spent: () => number): () => number {
  let left = CREDIT;
  let last = { at: performance.now(), spent: spent() };
  return () => {
    const now = { at: performance.now(), spent: spent() };
    left = Math.min(CREDIT, left + SHARE * (now.at - last.at)) - (now.spent - last.spent);
    last = now;
    return Math.max(0, -left / SHARE);
  };
}

const MOVING_KEYS = /^(Arrow|Home|End|Page)/;
/** Pixels a pointer moves in a drag; less is a click, and a double click selects a word nobody asked to keep. */
const DRAG = 4;
/** Milliseconds after which a selection made by touch is at rest. */
const TOUCH_REST = 400;

/**
 * Tells when the reader has selected words on purpose: by dragging, with Shift, or by touch. Not when a click, a double
 * click or the browser's own search selects something.
 */
export function watchSelection(onSelect: (range: Range) => void, onClear: () => void, signal: AbortSignal): void {
  let from = { x: 0, y: 0 };
  let byTouch = false;
  let byKeys = false;
  let timer = 0;

  const offer = () => {
    const range = selectedRange();
    if (range) onSelect(range);
  };
  const on = <Type extends keyof DocumentEventMap>(type: Type, listener: (event: DocumentEventMap[Type]) => void) =>
    document.addEventListener(type, (event) => event.isTrusted && listener(event), { signal, passive: true });

  on('pointerdown', (event) => {
    from = { x: event.clientX, y: event.clientY };
    byTouch = event.pointerType === 'touch';
  });
  on('pointerup', (event) => {
    if (byTouch) return;
    const dragged = Math.hypot(event.clientX - from.x, event.clientY - from.y) > DRAG;
    // The browser clears a selection that was clicked on after this event.
    if (dragged || event.shiftKey) setTimeout(offer);
  });
  on('keydown', (event) => {
    if (event.shiftKey && MOVING_KEYS.test(event.key)) byKeys = true;
  });
  on('keyup', (event) => {
    if (event.key !== 'Shift' || !byKeys) return;
    byKeys = false;
    offer();
  });
  on('selectionchange', () => {
    clearTimeout(timer);
    if (!selectedRange()) onClear();
    else if (byTouch) timer = window.setTimeout(offer, TOUCH_REST);
  });
}

/** What is selected on the page; `null` when nothing is. */
export function selectedRange(): Range | null {
  const selection = getSelection();
  return selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0).cloneRange() : null;
}

/** Whether exactly this is selected now: the reader may have gone on to other words. */
export function isSelected(range: Range): boolean {
  const now = selectedRange();
  if (!now) return false;
  return (
    now.compareBoundaryPoints(Range.START_TO_START, range) === 0 &&
    now.compareBoundaryPoints(Range.END_TO_END, range) === 0
  );
}

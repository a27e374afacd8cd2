/** Told where in the view it was. */
type At = (x: number, y: number) => void;

/**
 * Hears where a mouse moves, once a frame.
 * @param counts whether what happens on this target is anything to us
 */
export function hearHover(told: At, counts: (target: EventTarget | null) => boolean, signal: AbortSignal): void {
  let frame = 0;
  const onMove = ({ clientX, clientY, pointerType, target }: PointerEvent) => {
    if (pointerType !== 'mouse' || frame !== 0 || !counts(target)) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      told(clientX, clientY);
    });
  };
  document.addEventListener('pointermove', onMove, { signal, passive: true });
}

/** Hears the reader's plain clicks on text: not on what the page has to be clicked, and not the end of a selection. */
export function hearClick(told: At, counts: (target: EventTarget | null) => boolean, signal: AbortSignal): void {
  const onClick = (event: MouseEvent) => {
    if (!event.isTrusted || event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const { target, clientX, clientY } = event;
    if (!(target instanceof Element) || !counts(target)) return;
    if (target.closest('a,button,input,select,textarea,label,summary,[contenteditable]')) return;
    if (getSelection()?.isCollapsed === false) return;
    told(clientX, clientY);
  };
  document.addEventListener('click', onClick, { signal });
}

/** Hears Esc before the page does, which does not hear it when it was for us. @param close whether it was */
export function hearEscape(close: () => boolean, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !event.isTrusted || !close()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('keydown', onKey, { signal, capture: true });
}

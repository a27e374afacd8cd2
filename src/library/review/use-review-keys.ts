import { useEffect, useRef } from 'preact/hooks';
import { GRADES } from '../../core/review';
import type { Sitting } from './use-review';

/** Review by keyboard alone: Space shows the answer, 1 to 4 grade it, U takes the last grade back, B buries, P pauses. */
export function useReviewKeys(sitting: Sitting): void {
  const latest = useRef(sitting);
  latest.current = sitting;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTaken(event)) return;
      const deed = deedOf(event.key, latest.current);
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function deedOf(key: string, { question, revealed, ...sitting }: Sitting): (() => void) | null {
  if (key === 'u') return sitting.undo;
  if (!question) return null;
  if (key === ' ' && !revealed) return sitting.reveal;
  if (key === 'b') return sitting.bury;
  if (key === 'p') return sitting.pause;
  const grade = GRADES.find((one) => String(one) === key);
  return grade && revealed ? () => sitting.grade(grade) : null;
}

/** Whether the key is for what has the focus: fields take all, buttons and links the space bar. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('textarea,select,[contenteditable],input:not([type="checkbox"])')) return true;
  return key === ' ' && target.closest('button,a,summary,input') !== null;
}

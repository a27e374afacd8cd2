import { dom } from '../anchoring/dom';

/** The site's metered gate: a window of its own over the article. */
const GATE = '.tda-modal-window';

/** Whether a gate stands before the article, seen by the reader. */
export function isGated(): boolean {
  return dom.all(GATE).some((gate) => {
    const box = dom.rect(gate);
    return box.width > 0 && box.height > 0 && gate.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  });
}

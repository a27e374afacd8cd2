import type { Annotation, Color } from '../../core/annotation';
import type { ClaimStance } from '../../core/stance';
import { emptyBin, putBack } from '../../store/bin';
import { applyPatches, type Patch } from '../../store/patches';
import { nameColor } from '../../store/settings';
import { putStance } from '../../store/stances';

/** One change as data, so that the way back survives a reload of the page. */
export type Change =
  | { kind: 'patches'; patches: Patch[] }
  | { kind: 'put back'; rows: Annotation[] }
  | { kind: 'empty bin' }
  | { kind: 'name color'; color: Color; meaning: string }
  | { kind: 'stance'; kept: ClaimStance };

/** Makes a change. @returns the change that takes it back */
export async function make(change: Change): Promise<Change> {
  switch (change.kind) {
    case 'patches':
      return { kind: 'patches', patches: await applyPatches(change.patches) };
    case 'put back':
      await putBack(change.rows);
      return { kind: 'empty bin' };
    case 'empty bin':
      return { kind: 'put back', rows: await emptyBin() };
    case 'name color':
      return { ...change, meaning: await nameColor(change.color, change.meaning) };
    case 'stance':
      return { ...change, kept: await putStance(change.kept) };
  }
}

/** A change that was made: what it was, for the reader, and the way back. */
export interface Step {
  words: string;
  back: Change;
}

/** What was done this session, the last last, and what was taken back. */
export interface History {
  done: Step[];
  undone: Step[];
}

/** So many steps can be taken back. */
const LONGEST = 200;

/** The history with one step more; what had been taken back before it is forgotten. */
export const withStep = ({ done }: History, step: Step): History => ({
  done: [...done.slice(1 - LONGEST), step],
  undone: [],
});

/** Takes the last step back (or, of those taken back, does it again). @returns the history after, and what the step was; `null` when there is none */
export async function step(
  history: History,
  way: 'undo' | 'redo',
  run: (change: Change) => Promise<Change> = make,
): Promise<{ history: History; words: string } | null> {
  const [from, to] = way === 'undo' ? [history.done, history.undone] : [history.undone, history.done];
  const last = from.at(-1);
  if (!last) return null;
  const moved = [...to, { words: last.words, back: await run(last.back) }];
  const rest = from.slice(0, -1);
  return {
    words: last.words,
    history: way === 'undo' ? { done: rest, undone: moved } : { done: moved, undone: rest },
  };
}

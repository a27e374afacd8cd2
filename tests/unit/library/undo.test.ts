import { expect, it } from 'vitest';
import { type Change, type History, step, withStep } from '../../../src/library/work/undo';

const NONE: History = { done: [], undone: [] };
const naming = (meaning: string): Change => ({ kind: 'name color', color: 'blue', meaning });

/** A setting instead of a database: what it was is the way back. */
function setting(value: string) {
  const state = { value };
  const run = async (change: Change): Promise<Change> => {
    if (change.kind !== 'name color') throw new Error('not expected here');
    const back = naming(state.value);
    state.value = change.meaning;
    return back;
  };
  return { state, run };
}

it('takes steps back one by one, and does them again', async () => {
  const { state, run } = setting('');
  let history = NONE;
  for (const meaning of ['a', 'b', 'c'])
    history = withStep(history, { words: meaning, back: await run(naming(meaning)) });
  const seen: string[] = [];
  for (const way of ['undo', 'undo', 'redo', 'undo', 'undo'] as const) {
    const after = await step(history, way, run);
    if (after) history = after.history;
    seen.push(state.value);
  }
  expect(seen).toEqual(['b', 'a', 'b', 'a', '']);
  expect(await step(history, 'undo', run)).toBeNull();
});

it('forgets what was taken back once something else is done', async () => {
  const { run } = setting('');
  let history = withStep(NONE, { words: 'a', back: await run(naming('a')) });
  history = (await step(history, 'undo', run))?.history ?? NONE;
  history = withStep(history, { words: 'b', back: await run(naming('b')) });
  expect(await step(history, 'redo', run)).toBeNull();
});

it('keeps the step when taking it back fails', async () => {
  const history = withStep(NONE, { words: 'a', back: naming('') });
  await expect(step(history, 'undo', () => Promise.reject(new Error('the disk is full')))).rejects.toThrow('full');
  expect(history.done).toHaveLength(1);
});

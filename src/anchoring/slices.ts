/** A task on the page's thread works no longer than this before it lets others have their turn, in milliseconds. */
export const SLICE = 8;

/** Lets others have their turn. */
export const aTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Does work that pauses (`yield`) in slices, so that scrolling and typing go on; `null` when it was called off.
 * @param took told after each slice how many milliseconds it took
 */
export async function inSlices<T>(
  work: Generator<void, T>,
  signal?: AbortSignal,
  took: (milliseconds: number) => void = () => undefined,
): Promise<T | null> {
  for (;;) {
    const start = performance.now();
    let step = work.next();
    while (!step.done && performance.now() < start + SLICE) step = work.next();
    took(performance.now() - start);
    if (step.done) return step.value;
    await aTurn();
    if (signal?.aborted) return null;
  }
}

/** Does the same work without a pause. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

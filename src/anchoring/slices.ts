/** A task on the page's thread works no longer than this before it lets others have their turn, in milliseconds. */
export const SLICE = 8;

/** Does work that pauses (`yield`) in slices, so that scrolling and typing go on; `null` when it was called off. */
export async function inSlices<T>(work: Generator<void, T>, signal?: AbortSignal): Promise<T | null> {
  for (;;) {
    const until = performance.now() + SLICE;
    while (performance.now() < until) {
      const step = work.next();
      if (step.done) return step.value;
    }
    await new Promise((resolve) => setTimeout(resolve));
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

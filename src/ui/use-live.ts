import { useLayoutEffect, useState } from 'preact/hooks';

interface Listenable<T> {
  listen: (told: (value: T) => void, failed: (error: unknown) => void) => () => void;
}

/**
 * The present answer of a live query.
 * @param on asks anew when one of these changes
 * @returns `undefined` until the first answer
 * @throws into the nearest error boundary when the query fails
 */
export function useLive<T>(query: () => Listenable<T>, on: unknown[]): T | undefined {
  const [answer, setAnswer] = useState<{ value?: T; error?: unknown }>({});
  // Asked before the first frame is drawn, not after it: readers wait for the answer.
  useLayoutEffect(
    () =>
      query().listen(
        (value) => setAnswer({ value }),
        (error) => setAnswer({ error }),
      ),
    on,
  );
  if (answer.error) throw answer.error;
  return answer.value;
}

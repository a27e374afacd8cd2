import { useEffect, useState } from 'preact/hooks';
import { Kept } from './kept';

/** The library, drawn anew whenever it changes. @param waits see Kept.open @throws into the nearest error boundary when it cannot be read */
export function useKept(waits: boolean): Kept {
  const [, redraw] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const [kept] = useState(
    () =>
      new Kept(
        () => redraw((n) => n + 1),
        (failure) => setError(failure ?? 'unknown'),
      ),
  );
  useEffect(() => kept.open(waits), [kept]);
  if (error) throw error;
  return kept;
}

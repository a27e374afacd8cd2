import { useEffect, useState } from 'preact/hooks';
import type { Kept } from './kept';

/** Draws anew whenever the library changes. @param waits see Kept.open @throws into the nearest error boundary when it cannot be read */
export function useKept(kept: Kept, waits: boolean): void {
  const [, redraw] = useState(0);
  const [error, setError] = useState<unknown>(null);
  useEffect(
    () =>
      kept.open(
        waits,
        () => redraw((n) => n + 1),
        (failure) => setError(failure ?? 'unknown'),
      ),
    [kept],
  );
  if (error) throw error;
}

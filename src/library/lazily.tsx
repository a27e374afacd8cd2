import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A part whose code is fetched when it is first shown: what opens first, opens sooner. Nothing stands there meanwhile.
 * @throws into the nearest error boundary when it cannot be fetched
 */
export function lazily<Props extends object>(fetch: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let fetched: ComponentType<Props> | null = null;
  return function Lazily(props: Props) {
    const [Part, setPart] = useState(() => fetched);
    const [error, setError] = useState<unknown>(null);
    useEffect(() => {
      if (Part) return;
      fetch().then(
        (part) => {
          fetched = part;
          setPart(() => part);
        },
        (failure) => setError(failure ?? 'unknown'),
      );
    }, []);
    if (error) throw error;
    return Part && <Part {...props} />;
  };
}

import type { ComponentChild, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part whose code comes when it is wanted. */
export interface Lazy<Props extends object> {
  (props: Props): ComponentChild;
  /** Fetches the code before the part is shown. Does not reject: whoever shows the part tries again, and tells. */
  fetch: () => Promise<void>;
}

/**
 * A part whose code is fetched when it is first shown: what opens first, opens sooner.
 * @param Meanwhile what stands there until then; nothing when it is not given
 * @throws into the nearest error boundary when it cannot be fetched
 */
export function lazily<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType<Props> | null = null,
): Lazy<Props> {
  let fetched: ComponentType<Props> | null = null;
  const take = async () => {
    fetched ??= await fetch();
    return fetched;
  };
  function Lazily(props: Props) {
    const [Part, setPart] = useState(() => fetched);
    const [error, setError] = useState<unknown>(null);
    useEffect(() => {
      if (Part) return;
      take().then(
        (part) => setPart(() => part),
        (failure) => setError(failure ?? 'unknown'),
      );
    }, []);
    if (error) throw error;
    const Shown = Part ?? Meanwhile;
    return Shown && <Shown {...props} />;
  }
  Lazily.fetch = () =>
    take().then(
      () => undefined,
      () => undefined,
    );
  return Lazily;
}

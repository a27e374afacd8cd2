import { useEffect, useState } from 'preact/hooks';
import { claimsOf } from '../claims/lookup';
import type { ArticleClaims } from '../core/claim';

/** The claims of an article; `null` when it has none, `undefined` until it is known. */
export function useClaims(key: string, headline: string): ArticleClaims | null | undefined {
  const [looked, setLooked] = useState<{ claims: ArticleClaims | null }>();
  const [failure, setFailure] = useState<{ error: unknown }>();
  useEffect(() => {
    let gone = false;
    setLooked(undefined);
    claimsOf({ key, headline }).then(
      (claims) => gone || setLooked({ claims }),
      (error: unknown) => gone || setFailure({ error }),
    );
    return () => {
      gone = true;
    };
  }, [key, headline]);
  // Caught, and told, where the surface catches what a library that cannot be read throws.
  if (failure) throw failure.error;
  return looked?.claims;
}

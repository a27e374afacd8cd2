import { useEffect, useState } from 'preact/hooks';
import { claimsOf } from '../claims/lookup';
import type { ArticleClaims } from '../core/claim';

/** The claims of an article; `null` when it has none, `undefined` until it is known. */
export function useClaims(key: string, headline: string): ArticleClaims | null | undefined {
  const [looked, setLooked] = useState<{ key: string; headline: string; claims: ArticleClaims | null }>();
  const [failure, setFailure] = useState<{ error: unknown }>();
  useEffect(() => {
    let gone = false;
    claimsOf({ key, headline }).then(
      (claims) => gone || setLooked({ key, headline, claims }),
      (error: unknown) => gone || setFailure({ error }),
    );
    return () => {
      gone = true;
    };
  }, [key, headline]);
  // Caught, and told, where the popup catches what a library that cannot be read throws.
  if (failure) throw failure.error;
  return looked?.key === key && looked.headline === headline ? looked.claims : undefined;
}

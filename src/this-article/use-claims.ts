import { useLayoutEffect, useState } from 'preact/hooks';
import { claimsOf } from '../claims/lookup';
import type { ArticleClaims } from '../core/claim';

/** The claims of an article; `null` when it has none, `undefined` until it is known. */
export function useClaims(key: string, headline: string): ArticleClaims | null | undefined {
  const [looked, setLooked] = useState<{ key: string; headline: string; claims: ArticleClaims | null }>();
  const [failure, setFailure] = useState<{ error: unknown }>();
  useLayoutEffect(() => {
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
  if (looked?.key !== key) return undefined;
  // Found by the address they stay when only the headline turns out to be another.
  return looked.headline === headline ? looked.claims : (looked.claims ?? undefined);
}

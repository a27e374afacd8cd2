import { useEffect, useMemo, useState } from 'preact/hooks';
import { claimsOf as shippedClaimsOf } from '../claims/lookup';
import type { ArticleClaims } from '../core/claim';
import { addedOn, namesOf } from '../known/added';
import { merged } from '../known/merge';
import { live } from '../store/live';
import { useLive } from '../ui/use-live';

/** The claims of an article, as packs come and go; `null` when it has none, `undefined` until it is known. */
export function useClaims(key: string, headline: string): ArticleClaims | null | undefined {
  const shipped = useShipped(key, headline);
  const asked = useMemo(() => ({ of: shipped, key, headline }), [shipped, key, headline]);
  const added = useLive(
    () => live(async () => ({ asked, list: await addedOn(namesOf({ key, headline }, shipped ?? null)) })),
    [asked],
  );
  return useMemo(
    () => (shipped === undefined || added?.asked !== asked ? undefined : merged(shipped, added.list)),
    [shipped, added, asked],
  );
}

/** What ships with the extension on an article. */
function useShipped(key: string, headline: string): ArticleClaims | null | undefined {
  const [looked, setLooked] = useState<{ key: string; headline: string; claims: ArticleClaims | null }>();
  const [failure, setFailure] = useState<{ error: unknown }>();
  useEffect(() => {
    let gone = false;
    shippedClaimsOf({ key, headline }).then(
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

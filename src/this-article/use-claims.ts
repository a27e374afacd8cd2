import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
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
  return useMemo(() => {
    if (shipped === undefined || !added || added.asked.of !== shipped) return undefined;
    // Of an article that we know they stay when only the headline turns out to be another.
    return added.asked === asked || shipped ? merged(shipped, added.list) : undefined;
  }, [shipped, added, asked]);
}

/** What ships with the extension on an article. */
function useShipped(key: string, headline: string): ArticleClaims | null | undefined {
  const [looked, setLooked] = useState<{ key: string; headline: string; claims: ArticleClaims | null }>();
  const [failure, setFailure] = useState<{ error: unknown }>();
  useLayoutEffect(() => {
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
  if (looked?.key !== key) return undefined;
  // Found by the address they stay when only the headline turns out to be another.
  return looked.headline === headline ? looked.claims : (looked.claims ?? undefined);
}

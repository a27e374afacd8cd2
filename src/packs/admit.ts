import { t } from '../i18n/messages';
import type { OpenedPack, Pack } from './pack-file';
import { PackRefused } from './pack-refused';

/** What is known of a pack that is kept. */
export interface KeptPack extends Omit<Pack, 'articles'> {
  hash: string;
  /** The key it was first signed with, which every later release has to be signed with; `null` when it is not signed. */
  key: string | null;
  /** Where it came from: the file's name, or the address. */
  origin: string;
  /** Milliseconds since 1970. */
  imported: number;
  enabled: boolean;
  articles: number;
  claims: number;
}

/** A claim by its heading. */
export interface NamedClaim {
  id: string;
  label: string;
}

/** What an import would do. */
export interface Admission {
  kind: 'new' | 'update' | 'same';
  /** The claims that come, go, and are others now. */
  added: NamedClaim[];
  removed: NamedClaim[];
  changed: NamedClaim[];
}

/**
 * Whether a pack may take the place of the one that is kept under its id, and what would change.
 * @param kept `null` when there is none; `articles` are those of the kept one
 * @throws PackRefused when its key is another than the pinned one, or its release is not later
 */
export function admit({ pack, hash, key }: OpenedPack, kept: KeptPack | null, articles: Pack['articles']): Admission {
  if (kept) {
    if (kept.key !== null && key === null) throw new PackRefused(t('pack_unsigned'));
    if (kept.key !== null && key !== kept.key) {
      throw new PackRefused(t('pack_other_key'));
    }
    if (pack.release < kept.release) {
      throw new PackRefused(t('pack_older', { kept: String(kept.release), release: String(pack.release) }));
    }
    if (pack.release === kept.release && hash !== kept.hash) {
      throw new PackRefused(t('pack_same_release', { release: String(pack.release) }));
    }
  }
  const [before, after] = [claimsOf(articles), claimsOf(pack.articles)];
  const named = (claims: Map<string, StoredClaim>, which: (id: string, claim: StoredClaim) => boolean): NamedClaim[] =>
    [...claims].filter(([id, claim]) => which(id, claim)).map(([id, { label }]) => ({ id, label }));
  const isOther = (claim: StoredClaim, other: StoredClaim | undefined) =>
    other !== undefined && JSON.stringify(claim) !== JSON.stringify(other);
  return {
    kind: kept ? (hash === kept.hash ? 'same' : 'update') : 'new',
    added: named(after, (id) => !before.has(id)),
    removed: named(before, (id) => !after.has(id)),
    changed: named(after, (id, claim) => isOther(claim, before.get(id))),
  };
}

type StoredClaim = Pack['articles'][number]['claims'][number];

const claimsOf = (articles: Pack['articles']): Map<string, StoredClaim> =>
  new Map(articles.flatMap(({ claims }) => claims.map((claim) => [claim.id, claim] as const)));

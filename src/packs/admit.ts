import type { OpenedPack, Pack } from './pack-file';
import { PackRefused } from './pack-refused';

/** What is known of a pack that is kept. */
export interface KeptPack extends Omit<Pack, 'articles'> {
  hash: string;
  /** The key it was first signed with, which every later release has to be signed with; `null` when it is not signed. */
  key: string | null;
  /** Where it came from: the file's name. */
  origin: string;
  /** Milliseconds since 1970. */
  imported: number;
  enabled: boolean;
  articles: number;
  claims: number;
}

/** What an import would do. */
export interface Admission {
  kind: 'new' | 'update' | 'same';
  /** Ids of claims that come, go, and are others now. */
  added: string[];
  removed: string[];
  changed: string[];
}

/**
 * Whether a pack may take the place of the one that is kept under its id, and what would change.
 * @param kept `null` when there is none; `articles` are those of the kept one
 * @throws PackRefused when its key is another than the pinned one, or its release is not later
 */
export function admit({ pack, hash, key }: OpenedPack, kept: KeptPack | null, articles: Pack['articles']): Admission {
  if (kept) {
    if (kept.key !== null && key === null) throw new PackRefused('The pack you have is signed, this one is not.');
    if (kept.key !== null && key !== kept.key) {
      throw new PackRefused(
        'This pack is signed with another key than the one you have. Ask its author before you trust it.',
      );
    }
    if (pack.release < kept.release) {
      throw new PackRefused(`You have release ${kept.release} of this pack; this is release ${pack.release}.`);
    }
    if (pack.release === kept.release && hash !== kept.hash) {
      throw new PackRefused(`This is another pack with the same release, ${pack.release}.`);
    }
  }
  const [before, after] = [claimsOf(articles), claimsOf(pack.articles)];
  return {
    kind: kept ? (hash === kept.hash ? 'same' : 'update') : 'new',
    added: [...after.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
    changed: [...after].filter(([id, text]) => before.has(id) && before.get(id) !== text).map(([id]) => id),
  };
}

const claimsOf = (articles: Pack['articles']): Map<string, string> =>
  new Map(articles.flatMap(({ claims }) => claims.map((claim) => [claim.id, JSON.stringify(claim)] as const)));

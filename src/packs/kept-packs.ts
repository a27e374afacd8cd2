import { Dexie, type Table } from 'dexie';
import type { StoredArticle } from '../claims/database';
import type { ArticleName } from '../core/article-name';
import { foldHeadline } from '../core/headline';
import { type Admission, admit, type KeptPack } from './admit';
import type { OpenedPack } from './pack-file';
import { makeKeyPair, type Signer, signerOf } from './signature';

/** An article of a pack. */
export interface PackArticle {
  packId: string;
  key: string;
  headlineFold: string;
  article: StoredArticle;
}

/** A pack that was removed, for as long as that can be undone. */
export interface RemovedPack {
  pack: KeptPack;
  articles: PackArticle[];
}

/**
 * Packs, in a database of their own: they can be had again from where they came, and are no part of what the reader wrote.
 */
export class KeptPacks extends Dexie {
  declare packs: Table<KeptPack, string>;
  declare articles: Table<PackArticle, [packId: string, key: string]>;
  declare keys: Table<{ name: 'own'; pair: CryptoKeyPair }, string>;

  constructor(name = 'counterpoint-packs') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ packs: 'id', articles: '[packId+key], packId, key, headlineFold' });
    this.version(2).stores({ keys: 'name' });
  }

  /** What an import would do; nothing is changed. @throws PackRefused */
  async preview(opened: OpenedPack): Promise<Admission> {
    const { id } = opened.pack;
    const [kept, rows] = await Promise.all([this.packs.get(id), this.articles.where({ packId: id }).toArray()]);
    return admit(
      opened,
      kept ?? null,
      rows.map(({ article }) => article),
    );
  }

  /** Takes a pack in, in the place of its former release; all of it or nothing. @throws PackRefused */
  import(opened: OpenedPack, origin: string, now = Date.now()): Promise<Admission> {
    return this.transaction('rw', this.packs, this.articles, async () => {
      // Looked at again: another page may have imported meanwhile.
      const admission = await this.preview(opened);
      const { articles, ...about } = opened.pack;
      const enabled = (await this.packs.get(about.id))?.enabled ?? true;
      await this.articles.where({ packId: about.id }).delete();
      await this.articles.bulkAdd(
        articles.map((article) => ({
          packId: about.id,
          key: article.key,
          headlineFold: foldHeadline(article.headline),
          article,
        })),
      );
      await this.packs.put({
        ...about,
        hash: opened.hash,
        key: opened.key,
        origin,
        imported: now,
        enabled,
        articles: articles.length,
        claims: articles.reduce((sum, { claims }) => sum + claims.length, 0),
      });
      return admission;
    });
  }

  async enable(id: string, enabled: boolean): Promise<void> {
    await this.packs.update(id, { enabled });
  }

  /** Removes a pack without trace: its key is no longer pinned either. @returns what was there, to be put back */
  remove(id: string): Promise<RemovedPack | null> {
    return this.transaction('rw', this.packs, this.articles, async () => {
      const [pack, articles] = await Promise.all([this.packs.get(id), this.articles.where({ packId: id }).toArray()]);
      await this.articles.where({ packId: id }).delete();
      await this.packs.delete(id);
      return pack ? { pack, articles } : null;
    });
  }

  /** Puts a pack back as it was, unless one of its name has come meanwhile. */
  putBack({ pack, articles }: RemovedPack): Promise<void> {
    return this.transaction('rw', this.packs, this.articles, async () => {
      if (await this.packs.get(pack.id)) return;
      await this.packs.add(pack);
      await this.articles.bulkAdd(articles);
    });
  }

  /** The reader's own key, made when it is first asked for. It stays in this browser: no export has it. */
  async ownSigner(): Promise<Signer> {
    const made = (await this.keys.get('own')) ? null : await makeKeyPair();
    const pair = await this.transaction('rw', this.keys, async () => {
      // Another page may have made one meanwhile: it is that one then.
      const kept = await this.keys.get('own');
      if (!kept && made) await this.keys.add({ name: 'own', pair: made });
      return kept?.pair ?? made;
    });
    if (!pair) throw new Error('no key');
    return signerOf(pair);
  }

  /** All packs, by name. */
  async all(): Promise<KeptPack[]> {
    return (await this.packs.toArray()).sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Under which addresses and folded headlines packs hold articles. */
  async names(): Promise<{ keys: string[]; folds: string[] }> {
    const [keys, folds] = await Promise.all([
      this.articles.orderBy('key').keys(),
      this.articles.where('headlineFold').above('').keys(),
    ]);
    return { keys: keys as string[], folds: folds as string[] };
  }

  /**
   * What the enabled packs hold on an article, each at most once: by one of its addresses or, where a pack has none of
   * them, by a headline that only one of its articles has.
   */
  async articlesOf(names: readonly ArticleName[]): Promise<{ pack: KeptPack; article: StoredArticle }[]> {
    const folds = names.map(({ headline }) => foldHeadline(headline)).filter((fold) => fold !== '');
    const [byKey, byHeadline] = await Promise.all([
      this.articles
        .where('key')
        .anyOf(names.map(({ key }) => key))
        .toArray(),
      this.articles.where('headlineFold').anyOf(folds).toArray(),
    ]);
    const ids = [...new Set([...byKey, ...byHeadline].map(({ packId }) => packId))].sort();
    const packs = await this.packs.bulkGet(ids);
    return packs.flatMap((pack) => {
      if (!pack?.enabled) return [];
      const of = (rows: PackArticle[]) => rows.filter(({ packId }) => packId === pack.id);
      const [first] = of(byKey);
      const [only, ...more] = of(byHeadline);
      const row = first ?? (more.length === 0 ? only : undefined);
      return row ? [{ pack, article: row.article }] : [];
    });
  }
}

export const keptPacks = new KeptPacks();

import type { Annotation, ReadArticle } from '../core/annotation';
import { type KnownArticles, knownAmong } from '../known/lookup';
import { annotationsTouchedSince, countAnnotations, everyAnnotation, newestAnnotations } from '../store/annotations';
import { allArticles, articlesByKey } from '../store/articles';
import { live } from '../store/live';
import { TextIndex } from './search/text-index';

/** So many of the newest, more than a window holds, are shown before all have been read. */
const FIRST = 30;
/** Milliseconds after which the rest is read even if what the reader came for does not yet stand. */
const PATIENCE = 1000;
/** Milliseconds of indexing after which the page gets its turn. */
const SLICE = 8;

/** What is known of an article. */
export interface ArticleFacts {
  headline: string;
  author: string;
  /** Milliseconds since 1970; 0 when it was never opened on this machine. */
  lastRead: number;
}

/** The library as this page holds it: every annotation, what is known of the articles, and the index over both. */
export class Kept {
  /** Those in the bin too. */
  readonly byId = new Map<string, Annotation>();
  readonly articles = new Map<string, ArticleFacts>();
  readonly index = new TextIndex();
  /** `newest`: only the last ones are there. `all`: all are, the index is not. `indexed`: searches are complete. */
  stage: 'opening' | 'newest' | 'all' | 'indexed' = 'opening';
  /** Grows with every change. */
  version = 0;
  #heard: () => void = () => {};
  #failed: (error: unknown) => void = () => {};
  #known: KnownArticles | null = null;
  #stop: (() => void)[] = [];
  #gone = false;

  /** Reads the newest, so that the page is drawn with them. When that fails, open() tries again, and tells. */
  begin(): Promise<void> {
    return this.#begin().catch(() => undefined);
  }

  /**
   * Reads the library, and follows what any context of the extension changes from now on.
   * @param waits with all but the newest until goOn() is called: what the reader came for is read by another
   */
  open(waits: boolean, heard: () => void, failed: (error: unknown) => void): () => void {
    this.#gone = false;
    this.#heard = heard;
    this.#failed = failed;
    void this.#open(waits).catch(failed);
    return () => {
      this.#gone = true;
      for (const stop of this.#stop) stop();
    };
  }

  /** Says that what the reader came for stands, so that the rest may be read. */
  goOn: () => void = () => {};

  async #open(waits: boolean): Promise<void> {
    const opened = Date.now();
    const called = new Promise<void>((resolve) => {
      this.goOn = resolve;
    });
    if (this.stage === 'opening') await this.#begin();
    if (this.#gone) return;
    // After a frame: the reader sees something before the rest is read.
    const time = new Promise((resolve) => setTimeout(resolve, waits ? PATIENCE : 20));
    await (waits ? Promise.race([called, time]) : time);
    const articles = await allArticles();
    if (this.#gone) return;
    this.#takeArticles(articles);
    await this.reload();
    this.#known = await knownAmong(articles);
    this.#takeArticles(articles);
    await this.#indexAll();
    if (!this.#gone) this.#follow(opened);
  }

  async #begin(): Promise<void> {
    const newest = await newestAnnotations(FIRST);
    this.#takeArticles(await articlesByKey([...new Set(newest.map(({ articleKey }) => articleKey))]));
    for (const row of newest) this.byId.set(row.id, row);
    this.#tell('newest');
  }

  /** Reads every annotation anew: rows have come or gone that no change of the reader's tells of. */
  async reload(): Promise<void> {
    const rows = await everyAnnotation();
    if (this.#gone) return;
    const ids = new Set(rows.map(({ id }) => id));
    for (const id of this.byId.keys()) if (!ids.has(id)) this.byId.delete(id);
    this.#take(rows);
    this.#tell(this.stage === 'indexed' ? 'indexed' : 'all');
  }

  #follow(since: number): void {
    this.#stop = [
      live(() => annotationsTouchedSince(since)).listen((rows) => {
        if (this.#take(rows)) this.#tell(this.stage);
      }, this.#failed),
      live(countAnnotations).listen((count) => {
        if (count !== this.byId.size) void this.reload().catch(this.#failed);
      }, this.#failed),
      live(async () => {
        const articles = await allArticles();
        this.#known = await knownAmong(articles);
        return articles;
      }).listen((articles) => {
        const { renamed, news } = this.#takeArticles(articles);
        if (!news) return;
        for (const row of this.byId.values()) if (renamed.has(row.articleKey)) this.#putIntoIndex(row);
        this.#tell(this.stage);
      }, this.#failed),
    ];
  }

  /** @returns whether there was anything new */
  #take(rows: Annotation[]): boolean {
    let news = false;
    for (const row of rows) {
      const kept = this.byId.get(row.id);
      if (
        kept &&
        kept.updated === row.updated &&
        kept.lastSeen?.at === row.lastSeen?.at &&
        kept.deleted === row.deleted &&
        // Merged with what another device wrote at the same time.
        kept.note === row.note &&
        kept.color === row.color &&
        String(kept.tags) === String(row.tags)
      ) {
        continue;
      }
      news = true;
      this.byId.set(row.id, row);
      if (this.stage === 'indexed') this.#putIntoIndex(row);
    }
    return news;
  }

  /** @returns the keys of those whose headline or author is another now, and whether anything is */
  #takeArticles(articles: ReadArticle[]): { renamed: Set<string>; news: boolean } {
    const renamed = new Set<string>();
    let news = false;
    for (const { key, headline, author: told, lastRead } of articles) {
      const author = this.#known?.claimsOf({ key, headline })?.author ?? told ?? '';
      const before = this.articles.get(key);
      if (before?.headline !== headline || before.author !== author) renamed.add(key);
      news ||= renamed.has(key) || before?.lastRead !== lastRead;
      this.articles.set(key, { headline, author, lastRead });
    }
    return { renamed, news };
  }

  async #indexAll(): Promise<void> {
    let began = performance.now();
    for (const row of [...this.byId.values()]) {
      this.#putIntoIndex(row);
      if (performance.now() - began < SLICE) continue;
      await new Promise((resolve) => setTimeout(resolve));
      if (this.#gone) return;
      began = performance.now();
    }
    this.index.settle();
    this.#tell('indexed');
  }

  #putIntoIndex({ id, articleKey, target, note, tags }: Annotation): void {
    const words = target.kind === 'words' ? target.quote.exact : target.statement;
    const { headline = articleKey, author = '' } = this.articles.get(articleKey) ?? {};
    this.index.put(id, [words, note, ...tags], [headline, author]);
  }

  #tell(stage: Kept['stage']): void {
    this.stage = stage;
    this.version++;
    this.#heard();
  }
}

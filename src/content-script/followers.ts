import { type Follower, openFollowerDoor, type SharedOn } from '../contract/following';
import type { Followed } from './followed';
import { claimInView, type Standing } from './in-view';
import { fixedHead } from './scroll';

/** Milliseconds a claim is the one in view before it is told: on the way to another, many pass. */
const SETTLED = 120;
/** Pixels that words which a panel has shown may move, and the reader is still there. */
const STILL = 24;

/** The panels that follow this page. While there is none, nothing here listens and nothing is measured. */
export class Followers {
  readonly #all = new Set<Follower>();
  /** What others have highlighted, by who told it. */
  readonly #shared = new Map<Follower, SharedOn>();
  #watching = new AbortController();
  #frame = 0;
  #timer = 0;
  #inView: string | null = null;
  /** What was told last; the first thing a follower hears is news to it. */
  #told = '';
  /**
   * The claim that a panel has shown: it is the one in view, whichever stands at the reading line, until the reader scrolls
   * on. `top` is where its words came to rest, in viewport pixels; `null` while the page is on its way there.
   */
  #shown: { id: string; top: number | null } | null = null;

  /** The reading that is followed; `null` between two. */
  #page: Followed | null = null;

  constructor() {
    openFollowerDoor({
      come: (follower) => this.#come(follower),
      emphasise: (id) => this.#page?.emphasise(id),
      share: (follower, shared) => {
        this.#shared.set(follower, shared);
        this.#tellShared();
      },
      leave: (follower) => this.#leave(follower),
    });
  }

  follow(page: Followed | null): void {
    this.#page = page;
    this.#shown = null;
    if (this.#shared.size > 0) this.#tellShared();
    this.lookSoon();
  }

  /** What was told of another article, before the page went on to this one, is not said of it. */
  #tellShared(): void {
    const page = this.#page;
    const here = [...this.#shared.values()].filter(({ articleKey }) => articleKey === page?.articleKey);
    page?.takeShared(here.flatMap(({ words }) => words));
  }

  /** A panel has had the page show these words. */
  show(id: string): void {
    this.#shown = { id, top: null };
    this.lookSoon();
  }

  /** The page has scrolled, or is another: in its next frame it is looked which claim is in view. */
  lookSoon(): void {
    if (this.#all.size === 0 || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#look();
    });
  }

  #look(): void {
    const standings = this.#page?.standings() ?? [];
    const inView = this.#inViewOf(standings);
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      if (this.#shown) this.#shown.top ??= topOf(this.#shown.id, standings);
      this.#inView = inView;
      this.tell();
    }, SETTLED);
  }

  /** The claim that a card or a panel has brought the reader to, for as long as they are there; else where they read. */
  #inViewOf(standings: Standing[]): string | null {
    const [top, bottom] = [fixedHead(), innerHeight];
    const shown = this.#shown;
    const shownTop = shown && topOf(shown.id, standings);
    const moved = shownTop === null || (shown?.top != null && Math.abs(shownTop - shown.top) > STILL);
    if (moved) this.#shown = null;
    const at = this.#page?.at;
    const opened = claimInView(
      standings.filter(({ id }) => id === at),
      top,
      bottom,
    );
    return opened ?? this.#shown?.id ?? claimInView(standings, top, bottom);
  }

  #come(follower: Follower): void {
    if (this.#all.size === 0) this.#watch();
    this.#all.add(follower);
    this.#told = '';
    this.tell();
    this.lookSoon();
  }

  #leave(follower: Follower): void {
    this.#all.delete(follower);
    if (this.#shared.delete(follower)) this.#tellShared();
    if (this.#all.size > 0) return;
    this.#rest();
    this.#page?.emphasise(null);
  }

  #watch(): void {
    this.#watching = new AbortController();
    const { signal } = this.#watching;
    document.addEventListener('scroll', () => this.lookSoon(), { signal, capture: true, passive: true });
    window.addEventListener('resize', () => this.lookSoon(), { signal, passive: true });
  }

  #rest(): void {
    this.#watching.abort();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#frame = 0;
    this.#shown = null;
  }

  /** Tells where the reader is, if that is news. */
  tell(): void {
    const following = { inView: this.#inView, pointed: this.#page?.pointed ?? null };
    const news = JSON.stringify(following);
    if (news === this.#told) return;
    this.#told = news;
    for (const follower of this.#all) follower.tell(following);
  }
}

const topOf = (id: string, standings: Standing[]): number | null =>
  standings.find((standing) => standing.id === id)?.top ?? null;

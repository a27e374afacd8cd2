import { type Follower, openFollowerDoor } from '../contract';
import type { Companion } from './companion';

/** Milliseconds a claim is the one in view before it is told: on the way to another, many pass. */
const SETTLED = 120;
/** What the reader does to move on from the words that a panel has shown. */
const MOVES = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/** The panels that follow this page. While there is none, nothing here listens and nothing is measured. */
export class Followers {
  readonly #all = new Set<Follower>();
  #watching = new AbortController();
  #frame = 0;
  #timer = 0;
  #inView: string | null = null;
  /** The claim that a panel has shown: it is the one in view, whichever stands higher, until the reader moves on. */
  #shown: string | null = null;

  constructor(
    readonly companion: () => Companion | null,
    signal: AbortSignal,
  ) {
    openFollowerDoor({
      come: (follower) => this.#come(follower),
      emphasise: (id) => this.companion()?.emphasise(id),
      leave: (follower) => this.#leave(follower),
    });
    signal.addEventListener('abort', () => this.#rest());
  }

  /** A panel has had the page show these words. */
  show(id: string): void {
    this.#shown = id;
    this.lookSoon();
  }

  /** The pointer is on other words. */
  point(): void {
    this.#tell();
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
    const inView = this.#shown ?? this.companion()?.claimInView() ?? null;
    clearTimeout(this.#timer);
    if (inView === this.#inView) return;
    this.#timer = window.setTimeout(() => {
      this.#inView = inView;
      this.#tell();
    }, SETTLED);
  }

  #come(follower: Follower): void {
    if (this.#all.size === 0) this.#watch();
    this.#all.add(follower);
    this.#inView = this.companion()?.claimInView() ?? null;
    this.#tell();
  }

  #leave(follower: Follower): void {
    this.#all.delete(follower);
    if (this.#all.size > 0) return;
    this.#rest();
    this.companion()?.emphasise(null);
  }

  #watch(): void {
    this.#watching = new AbortController();
    const { signal } = this.#watching;
    document.addEventListener('scroll', () => this.lookSoon(), { signal, capture: true, passive: true });
    window.addEventListener('resize', () => this.lookSoon(), { signal, passive: true });
    const moveOn = (event: Event) => {
      if (event.isTrusted) this.#shown = null;
    };
    for (const move of MOVES) document.addEventListener(move, moveOn, { signal, capture: true, passive: true });
  }

  #rest(): void {
    this.#watching.abort();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#frame = 0;
    this.#shown = null;
  }

  #tell(): void {
    const following = { inView: this.#inView, pointed: this.companion()?.pointed ?? null };
    for (const follower of this.#all) follower.tell(following);
  }
}

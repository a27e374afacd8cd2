import type { Resolving } from '../anchoring/resolve-again';
import { aTurn, inSlices } from '../anchoring/slices';
import { marksOnView } from './on-view';
import { paint, unpaint } from './paint';
import type { Reading } from './reading';
import { Report } from './report';

/** What tints the words of a mark: its card or the keyboard's pointer, the mouse, a panel. */
type Tint = 'at' | 'hovered' | 'emphasised';

/** One reading as the page shows it: looked at anew when the page changes, painted, and reported. */
export class ShownReading {
  /** Called after every look. */
  onLook: () => void = () => undefined;
  #report: Report;
  /** Calls off the look that is under way. */
  #looking = new AbortController();
  /** A look at the page is under way, or was called off for another. */
  #isPageDue = false;
  /** The look that is under way, or was the last. */
  #looked = Promise.resolve();
  /** Ids of the marks that are tinted. The cursor cannot change over a highlight: a tint says that it can be clicked. */
  readonly #tinted = new Map<Tint, string>();

  #left = false;

  /**
   * @param bring fetches what finds the marks that do not stand letter for letter; `null` when it cannot be had
   * @param took told of all looking how many milliseconds of the page's thread it took
   */
  constructor(
    readonly reading: Reading,
    readonly bring: () => Promise<Resolving | null>,
    readonly took: (milliseconds: number) => void = () => undefined,
  ) {
    this.#report = new Report(reading);
  }

  /** Looks at the page anew, or only for marks that are new, and shows what stands where; in slices. */
  look(what: 'page' | 'marks' = 'page'): Promise<void> {
    this.#looking.abort();
    this.#looking = new AbortController();
    const { signal } = this.#looking;
    this.#isPageDue ||= what === 'page';
    const work = inSlices(this.reading.looking(this.#isPageDue ? 'page' : 'marks'), signal, this.took);
    // Who waits for a look that was called off waits for the one in its place.
    this.#looked = work.then(async (isWhole) => {
      // To paint is a task of its own.
      if (!signal.aborted) await aTurn();
      if (signal.aborted) return this.#looked;
      return isWhole ? this.#showLook() : this.#lookOn(signal);
    });
    return this.#looked;
  }

  /** Shows what was found so far, and looks for the rest with what has to be fetched for it. */
  async #lookOn(signal: AbortSignal): Promise<void> {
    this.#isPageDue = false;
    this.#paint();
    // A look that was called off may have brought it since this one began, which did without.
    this.reading.resolving ??= await this.bring();
    if (signal.aborted) return this.#looked;
    // Without it nothing is known of the rest, and nothing is said of it.
    if (this.reading.resolving) await this.look('marks');
  }

  /** Until the look that is under way is done: before, nothing is known of the marks. */
  looked(): Promise<void> {
    return this.#looked;
  }

  #showLook(): void {
    const start = performance.now();
    this.#isPageDue = false;
    this.#paint();
    this.onLook();
    this.#report.tell();
    this.took(performance.now() - start);
  }

  /** Takes the paint off words that are not where they were. */
  dropStale(): void {
    const start = performance.now();
    if (this.reading.dropStale()) this.#paint();
    this.took(performance.now() - start);
  }

  /** Tints the words of a mark, or, with `null`, none any more. */
  tint(tint: Tint, id: string | null): void {
    if ((this.#tinted.get(tint) ?? null) === id) return;
    if (id === null) this.#tinted.delete(tint);
    else this.#tinted.set(tint, id);
    this.#paint();
  }

  /** An open card may outlive the paint, and must not bring it back. */
  #paint(): void {
    if (!this.#left) paint(marksOnView(this.reading), new Set(this.#tinted.values()), this.reading.article.body);
  }

  leave(): void {
    this.#left = true;
    this.onLook = () => undefined;
    this.#looked = Promise.resolve();
    this.#looking.abort();
    this.#report.end();
    unpaint();
  }
}

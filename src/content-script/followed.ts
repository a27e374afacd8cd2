import type { SharedWords } from '../core/shared-words';
import { type Standing, standingsOf } from './in-view';
import { type Mark, markId } from './mark';
import type { ShownReading } from './shown-reading';

/** Where the reader is. */
interface Whereabouts {
  /** The mark whose card is open, or at which the reader stands by keyboard. */
  at: () => Mark | null;
  /** The mark under the mouse. */
  hovered: () => Mark | null;
}

/** A reading as the panels that follow it see it. */
export class Followed {
  readonly #shown: ShownReading;
  readonly #reader: Whereabouts;

  constructor(shown: ShownReading, reader: Whereabouts) {
    this.#shown = shown;
    this.#reader = reader;
  }

  get articleKey(): string {
    return this.#shown.reading.article.address.key;
  }

  /** Where the words of the claims stand in the view. */
  standings(): Standing[] {
    return standingsOf(this.#shown.reading.claims);
  }

  /** The claim whose card is open, or at which the reader stands by keyboard. */
  get at(): string | null {
    const mark = this.#reader.at();
    return mark?.kind === 'claim' ? mark.claim.id : null;
  }

  /** The id of the claim or annotation under the mouse. */
  get pointed(): string | null {
    const mark = this.#reader.hovered();
    return mark && mark.kind !== 'term' ? markId(mark) : null;
  }

  /** Has the words of a mark stand out, as when the mouse is on them. */
  emphasise(id: string | null): void {
    this.#shown.tint('emphasised', id);
  }

  /** Marks what others of the reader's room have highlighted, and nothing else of theirs. */
  takeShared(words: SharedWords[]): void {
    // A panel says so too when it has nothing to mark.
    if (this.#shown.reading.putShared(words)) void this.#shown.look('marks');
  }
}

import { askBackground } from '../contract/ask';
import type { Reading } from './reading';
import { sightingsOf, stateOf } from './reading-state';

/** Milliseconds a reading stays as it is before the library is told how the quotes were found: pages arrive in parts. */
const SETTLED = 1500;

/** Tells background, popup and library how a reading stands, when that has changed. */
export class Report {
  #told = '';
  #timer = 0;

  constructor(readonly reading: Reading) {}

  tell(): void {
    const state = JSON.stringify(stateOf(this.reading));
    if (state === this.#told) return;
    this.#told = state;
    const found = this.reading.claims.filter((mark) => mark.place === 'found').length;
    askBackground('reportReading', { found }).catch(() => undefined);
    this.end();
    this.#timer = window.setTimeout(() => this.#tellSightings(), SETTLED);
  }

  /** Leaves untold what has not settled. */
  end(): void {
    clearTimeout(this.#timer);
  }

  #tellSightings(): void {
    const sightings = sightingsOf(this.reading);
    const articleKey = this.reading.article.address.key;
    if (sightings.length > 0) askBackground('reportSightings', { articleKey, sightings }).catch(() => undefined);
  }
}

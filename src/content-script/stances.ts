import { askBackground } from '../contract/ask';
import type { ClaimStance, Stance } from '../core/stance';
import type { Mark } from './mark';
import type { Reading } from './reading';

/** What the reader says to a reading's claims: asked of the background, then taken into the reading. */
export class Stances {
  /** Claims whose counterarguments were reported opened: once is enough. */
  readonly #reported = new Set<string>();

  constructor(
    readonly reading: Reading,
    /** Called when the reading holds something new. */
    readonly onChange: () => void,
  ) {}

  of(mark: Mark): ClaimStance | undefined {
    if (mark.kind !== 'claim') return undefined;
    return this.reading.opened.stances.find(({ claimId }) => claimId === mark.claim.id);
  }

  /** Whether the card opens with its first counterargument unfolded: not before the reader has thought for themselves. */
  unfolds(mark: Mark): boolean {
    const kept = this.of(mark);
    return !this.reading.opened.settings.askFirst || Boolean(kept && (kept.opened !== null || kept.history.length > 0));
  }

  async take(mark: Mark, stance: Stance | null): Promise<void> {
    if (mark.kind !== 'claim') return;
    this.#keep(await askBackground('takeStance', { ...this.#claim(mark.claim.id), stance }));
  }

  /** Reports that a counterargument of the claim was opened, if that is news. */
  async opened(mark: Mark): Promise<void> {
    if (mark.kind !== 'claim' || this.#reported.has(mark.claim.id) || (this.of(mark)?.opened ?? null) !== null) return;
    this.#reported.add(mark.claim.id);
    const kept = await askBackground('openCounterargument', this.#claim(mark.claim.id));
    if (kept) this.#keep(kept);
  }

  #claim(claimId: string) {
    return { articleKey: this.reading.article.address.key, claimId };
  }

  #keep(kept: ClaimStance): void {
    const { opened } = this.reading;
    opened.stances = [...opened.stances.filter(({ claimId }) => claimId !== kept.claimId), kept];
    this.onChange();
  }
}

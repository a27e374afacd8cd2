import { describe } from '../anchoring/describe';
import { indexText } from '../anchoring/text-index';
import { askBackground } from '../contract/ask';
import type { EchoName } from '../core/echo';
import type { Span } from '../core/quote';
import { sentencesOf } from '../echoes/sentences';
import { echoMark, type Mark, markId } from './mark';
import type { Reading } from './reading';

/** Milliseconds a text stays as it is before its echoes are looked for: pages arrive in parts, and claims come first. */
const SETTLED = 1200;
/** What the background takes. */
const MOST = { sentences: 1000, characters: 2000 };

/** The echoes of a reading: looked for when its text has come to rest, and dismissed. */
export class Echoes {
  /** The text they were looked for in last. */
  #text = '';
  #timer = 0;

  constructor(
    readonly reading: Reading,
    /** Called when the reading holds something new. */
    readonly onChange: () => void,
  ) {}

  /** Looks for them in a while, if the text is another than before. */
  look(): void {
    const text = this.reading.page?.text ?? '';
    if (!this.reading.opened.settings.showEchoes || text === this.#text) return;
    this.end();
    this.#timer = window.setTimeout(() => void this.#find().catch(() => undefined), SETTLED);
  }

  /** Looks no more. */
  end(): void {
    clearTimeout(this.#timer);
  }

  /** Shows an echo never again on this page, or again. */
  async dismiss(mark: Mark, dismissed: boolean): Promise<void> {
    const echo = this.#name(mark);
    if (!echo) return;
    await askBackground(dismissed ? 'dismissEcho' : 'restoreEcho', echo);
    const others = this.reading.marks.filter((one) => one.kind === 'echo' && markId(one) !== markId(mark));
    this.reading.putEchoes(dismissed ? others : [...others, mark]);
    this.onChange();
  }

  async #find(): Promise<void> {
    const { page, article } = this.reading;
    if (!page) return;
    const { text } = page;
    this.#text = text;
    const spans = sentencesOf(text)
      .filter(({ start, end }) => end - start <= MOST.characters)
      .slice(0, MOST.sentences);
    const found = await askBackground('findEchoes', {
      articleKey: article.address.key,
      headline: article.headline,
      sentences: spans.map(({ start, end }) => text.slice(start, end)),
    });
    // The page has moved on, and will be looked at again.
    if (this.reading.page?.text !== text) return;
    const free = found.flatMap((echo) => {
      const span = spans[echo.sentence];
      return span && !this.#isClaimed(span) ? [{ echo, span }] : [];
    });
    if (free.length === 0 && !this.reading.marks.some(({ kind }) => kind === 'echo')) return;
    const index = indexText(text);
    this.reading.putEchoes(free.map(({ echo, span }) => echoMark(echo, describe(index, span))));
    this.onChange();
  }

  /** A claim of this article stands there: it says more than one of another. */
  #isClaimed({ start, end }: Span): boolean {
    return this.reading.claims.some(({ span }) => span && span.start < end && start < span.end);
  }

  #name(mark: Mark): EchoName | null {
    if (mark.kind !== 'echo') return null;
    return { articleKey: this.reading.article.address.key, claimArticle: mark.article.key, claimId: mark.claim.id };
  }
}

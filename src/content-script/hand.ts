import { describe } from '../anchoring/describe';
import type { PageText } from '../anchoring/page-text';
import { rangesOf, spanOf } from '../anchoring/ranges';
import { shortestExcerpt, wholeWords } from '../anchoring/shortest-excerpt';
import { askBackground } from '../contract/ask';
import type { Annotation, Color } from '../core/annotation';
import { LONGEST_QUOTE, type Span } from '../core/quote';
import { uuidv7 } from '../core/uuid';
import { t } from '../i18n/messages';
import { sentenceOf } from '../i18n/worded';
import { annotationMark, type Mark, markId } from './mark';
import type { Notes } from './notes';
import type { Reading } from './reading';
import { isSelected, selectedRange } from './selection';

/** Where what the reader's hand did is seen. */
interface Stage {
  say: (words: string, undo?: () => void) => void;
  /** Opens the card of a highlight that is being made, its note to be written. */
  write: (mark: Mark) => void;
  /** Takes away the toolbar, or what was asked about a lost highlight. */
  clear: (what: 'offer' | 'lost') => void;
  close: () => void;
}

/** What the reader's hand does with words: highlights them, gives them to a lost highlight, takes a highlight away. */
export class Hand {
  constructor(
    readonly reading: Reading,
    readonly notes: Notes,
    readonly stage: Stage,
  ) {}

  /** Highlights what is selected. What is one highlight already stays one: it gets the color, or its card is opened. */
  async highlight(color?: Color, withNote = false): Promise<void> {
    const selected = this.#selected();
    if (!selected) return;
    const { page, range, span } = selected;
    const already = this.#highlightOf(span);
    if (already) {
      this.stage.clear('offer');
      if (!color) this.stage.write(already);
      else await this.try(() => this.notes.change(markId(already), { color }));
      if (isSelected(range)) getSelection()?.removeAllRanges();
      return;
    }
    if (span.end - span.start > LONGEST_QUOTE) {
      this.stage.say(t('say_too_much', { count: LONGEST_QUOTE }));
      return;
    }
    const annotation = this.notes.draft({ kind: 'words', quote: describe(page.text, span) }, color);
    this.stage.clear('offer');
    if (withNote) {
      this.stage.write({ ...annotationMark(annotation), place: 'found', span, ranges: rangesOf(page, span) });
    }
    await this.try(async () => {
      await this.notes.save(annotation);
      if (isSelected(range)) getSelection()?.removeAllRanges();
      if (this.reading.byId(annotation.id)?.place !== 'found') this.stage.say(t('say_ambiguous'));
    });
  }

  /** Has the reader make a claim of what is selected: its form opens in a tab beside this one. */
  async makeClaim(): Promise<void> {
    const selected = this.#selected();
    if (!selected) return;
    const { range, span, page } = selected;
    const excerpt = shortestExcerpt(page.text, wholeWords(page.text, span));
    if (!excerpt) {
      this.stage.say(t('say_no_excerpt'));
      return;
    }
    const { address, headline, author } = this.reading.article;
    this.stage.clear('offer');
    await this.try(async () => {
      await askBackground('makeClaim', { articleKey: address.key, id: uuidv7(), headline, author, excerpt });
      if (isSelected(range)) getSelection()?.removeAllRanges();
    });
  }

  /** Gives a lost highlight the selected words. Its former ones are kept. */
  async attach({ id, target }: Annotation): Promise<void> {
    const selected = this.#selected();
    if (!selected || target.kind !== 'words') return;
    const quote = describe(selected.page.text, selected.span);
    await this.try(async () => {
      await this.notes.reattach(id, quote);
      getSelection()?.removeAllRanges();
      this.stage.clear('offer');
      this.stage.clear('lost');
      this.stage.say(t('say_attached'), () => {
        void this.try(() => this.notes.reattach(id, target.quote)).then(() => this.stage.say(t('say_attached_before')));
      });
    });
  }

  /** Puts a highlight into the bin. */
  async remove(id: string): Promise<void> {
    await this.try(async () => {
      await this.notes.remove(id);
      this.stage.close();
      this.stage.say(t('say_deleted'), () => {
        void this.try(() => this.notes.restore(id)).then(() => this.stage.say(t('say_restored')));
      });
    });
  }

  /** Does something that may fail, and says so when it does. */
  async try(deed: () => Promise<unknown>): Promise<void> {
    try {
      await deed();
    } catch (error) {
      this.stage.say(t('say_failed', { reason: sentenceOf(error) }));
    }
  }

  /** The reader's highlight of exactly these words. */
  #highlightOf({ start, end }: Span): Mark | undefined {
    return this.reading.marks.find(
      ({ kind, span }) => kind === 'annotation' && span?.start === start && span.end === end,
    );
  }

  /** The words of the article that are selected; `null` when there are none, which is said. */
  #selected(): { page: PageText; range: Range; span: Span } | null {
    const { page } = this.reading;
    const range = selectedRange();
    const span = page && range && spanOf(page, range);
    if (span) return { page, range, span };
    this.stage.say(t('say_select'));
    return null;
  }
}

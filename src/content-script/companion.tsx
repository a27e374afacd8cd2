import { render } from 'preact';
import { describe } from '../anchoring/describe';
import { rangesOf, spanOf } from '../anchoring/ranges';
import { atOnce, inSlices } from '../anchoring/slices';
import { askBackground, LONGEST_QUOTE } from '../contract';
import type { Color } from '../core/annotation';
import { stanceNow } from '../core/stance';
import { marksAt } from './hit';
import { type Host, keepHost } from './host';
import { annotationMark, type Mark, markId } from './mark';
import { Notes } from './notes';
import { type PageDeeds, PageUi, type View } from './page-ui';
import { paint, unpaint } from './paint';
import type { Reading } from './reading';
import { Report } from './report';
import { scrollToMark } from './scroll';
import { isSelected, selectedRange } from './selection';
import { Stances } from './stances';

const NOTHING: View = { card: null, pointer: null, offer: null, lost: null, toast: null };
/** Milliseconds a message with an undo stays. */
const TOAST_TIME = 10_000;

/** What the reader sees of one reading, and what each of the reader's acts does. */
export class Companion {
  #view: View = NOTHING;
  #notes: Notes;
  #stances: Stances;
  #toastTimer = 0;
  #report: Report;
  /** Calls off the look that is under way on a long page. */
  #looking = new AbortController();
  #look: Promise<void> = Promise.resolve();
  /** The mark under the pointer, tinted: the cursor cannot change over a highlight. */
  #hovered: Mark | null = null;
  /** Where the keyboard focus was before we took it. */
  #focusBefore: Element | null = null;

  constructor(
    readonly reading: Reading,
    readonly host: Host,
  ) {
    this.#notes = new Notes(reading, () => this.look());
    this.#stances = new Stances(reading, () => this.#show());
    this.#report = new Report(reading);
  }

  /** Looks at the page anew and shows what stands on it. */
  look(): void {
    keepHost(this.host);
    this.#looking.abort();
    this.#looking = new AbortController();
    const { signal } = this.#looking;
    if (this.reading.isLong) {
      this.#look = inSlices(this.reading.looking(), signal).then(() => {
        if (!signal.aborted) this.#showLook();
      });
      return;
    }
    atOnce(this.reading.looking());
    this.#showLook();
  }

  /** Until the look at a long page that is under way is done: before, nothing is known of its marks. */
  async looked(): Promise<void> {
    for (let look: Promise<void> | null = null; look !== this.#look; ) {
      look = this.#look;
      await look;
    }
  }

  #showLook(): void {
    this.#view = { ...this.#view, card: this.#card(), pointer: this.#again(this.#view.pointer) };
    this.#show();
    this.#report.tell();
  }

  /** Takes the paint off words that are not where they were. */
  dropStale(): void {
    if (this.reading.dropStale()) this.#paint();
  }

  leave(): void {
    this.#looking.abort();
    clearTimeout(this.#toastTimer);
    this.#report.end();
    this.#set(NOTHING);
    render(null, this.host.root);
    unpaint();
  }

  /** Whether a card with a note field is open. */
  get isOpen(): boolean {
    return this.#view.card !== null;
  }

  /** Whether anything of ours that Esc closes is open. */
  get busy(): boolean {
    return Boolean(this.#view.card ?? this.#view.pointer ?? this.#view.offer ?? this.#view.lost);
  }

  openAt(x: number, y: number): void {
    const [mark, ...also] = this.#marksAt(x, y);
    if (mark) this.#open(mark, also);
    else if (this.#view.card || this.#view.pointer) this.close();
  }

  hoverAt(x: number, y: number): void {
    const [mark = null] = this.#marksAt(x, y);
    if (mark === this.#hovered) return;
    this.#hovered = mark;
    this.#paint();
  }

  /** Goes to the words of a claim or annotation and opens its card. */
  goTo(id: string): void {
    const mark = this.reading.byId(id);
    if (!mark || mark.ranges.length === 0) return;
    scrollToMark(mark);
    this.#open(mark, []);
  }

  /** Goes to the next or previous claim on view: with its card if one is open, else the keyboard's pointer stands there. */
  step(by: 1 | -1): void {
    const claims = this.reading.claims.filter((mark) => mark.ranges.length > 0);
    const here = this.#view.card?.mark ?? this.#view.pointer;
    const at = here ? claims.findIndex((mark) => markId(mark) === markId(here)) : by === 1 ? -1 : 0;
    const next = claims.at((at + by) % claims.length);
    if (!next) {
      this.say('No claim of this article is on view.');
      return;
    }
    scrollToMark(next);
    if (this.#view.card) this.#open(next, []);
    else {
      this.#rememberFocus();
      this.#set({ ...this.#view, pointer: next, offer: null });
    }
  }

  close(): void {
    this.#set({ ...this.#view, card: null, pointer: null, offer: null, lost: null });
    if (this.#focusBefore instanceof HTMLElement && this.#focusBefore.isConnected) {
      this.#focusBefore.focus({ preventScroll: true });
    }
    this.#focusBefore = null;
  }

  offer(range: Range | null): void {
    const { page, opened } = this.reading;
    const wanted = opened.settings.toolbar || this.#view.lost;
    if (range && !(wanted && page && spanOf(page, range))) return;
    if (range !== this.#view.offer) this.#set({ ...this.#view, offer: range });
  }

  /** Highlights what is selected. */
  async highlight(color?: Color, withNote = false): Promise<void> {
    const { page } = this.reading;
    const range = selectedRange();
    const span = page && range && spanOf(page, range);
    if (!span) {
      this.say('Select some words of the article first.');
      return;
    }
    if (span.end - span.start > LONGEST_QUOTE) {
      this.say(`That is too much for one highlight: ${LONGEST_QUOTE.toLocaleString('en')} characters at most.`);
      return;
    }
    const quote = describe(page.text, span);
    const annotation = this.#notes.draft({ kind: 'words', quote }, color);
    this.#set({ ...this.#view, offer: null });
    if (withNote) {
      const ranges = rangesOf(page, span);
      this.#open({ ...annotationMark(annotation), place: 'found', span, ranges }, [], true);
    }
    await this.#try(async () => {
      await this.#notes.save(annotation);
      if (isSelected(range)) getSelection()?.removeAllRanges();
      if (this.reading.byId(annotation.id)?.place !== 'found') {
        this.say('Kept, but these words cannot be told apart from others on this page.');
      }
    });
  }

  #marksAt(x: number, y: number): Mark[] {
    const { page, marks } = this.reading;
    return page ? marksAt(x, y, marks, page) : [];
  }

  /** Asks the reader which words a lost highlight belongs to. */
  reattach(id: string): void {
    const mark = this.reading.byId(id);
    if (mark?.kind === 'annotation') this.#set({ ...NOTHING, lost: mark.annotation });
  }

  /** Gives the lost highlight the selected words. Its former ones are kept. */
  async #attach(): Promise<void> {
    const lost = this.#view.lost;
    const { page } = this.reading;
    const range = selectedRange();
    const span = page && range && spanOf(page, range);
    if (lost?.target.kind !== 'words' || !span) {
      this.say('Select some words of the article first.');
      return;
    }
    const { id, target } = lost;
    const quote = describe(page.text, span);
    await this.#try(async () => {
      await this.#notes.reattach(id, quote);
      getSelection()?.removeAllRanges();
      this.#set({ ...this.#view, offer: null, lost: null });
      const back = () =>
        void this.#try(() => this.#notes.reattach(id, target.quote)).then(() => this.say('Attached as before.'));
      this.say('Attached to these words.', back);
    });
  }

  #deeds: PageDeeds = {
    close: () => this.close(),
    step: (by) => this.step(by),
    openMark: (mark) => this.#open(mark, []),
    openPopup: () => void this.#try(() => askBackground('openPopup', {})),
    saveNote: (mark, text) => this.#notes.write(mark, text),
    recolor: (mark, color) => void this.#try(() => this.#notes.change(markId(mark), { color })),
    remove: (mark) => void this.#remove(markId(mark)),
    takeStance: (mark, stance) => void this.#try(() => this.#stances.take(mark, stance)),
    openedCounterargument: (mark) => void this.#stances.opened(mark).catch(() => undefined),
    highlight: (color) => void this.highlight(color),
    attach: () => void this.#attach(),
    highlightWithNote: () => void this.highlight(undefined, true),
  };

  async #remove(id: string): Promise<void> {
    await this.#try(async () => {
      await this.#notes.remove(id);
      this.close();
      this.say(
        'Highlight deleted.',
        () => void this.#try(() => this.#notes.restore(id)).then(() => this.say('Restored.')),
      );
    });
  }

  #open(mark: Mark, also: Mark[], writing = false): void {
    this.#rememberFocus();
    this.#set({ ...this.#view, card: { mark, also, writing }, pointer: null, offer: null });
  }

  /** The open card with its mark as it is now. It stays when the words have left the page: a note may be in writing. */
  #card(): View['card'] {
    const card = this.#view.card;
    return card && { ...card, mark: this.#again(card.mark) ?? card.mark };
  }

  /** The mark as the reading has it now. */
  #again(mark: Mark | null): Mark | null {
    return mark && this.reading.byId(markId(mark));
  }

  /** Does something that may fail, and says so when it does. */
  async #try(deed: () => Promise<unknown>): Promise<void> {
    try {
      await deed();
    } catch (error) {
      this.say(`That did not work: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Shows a sentence for a while, and has it spoken. */
  say(words: string, undo?: () => void): void {
    clearTimeout(this.#toastTimer);
    this.#set({ ...this.#view, toast: undo ? { words, undo } : { words } });
    this.#toastTimer = window.setTimeout(() => this.#set({ ...this.#view, toast: null }), TOAST_TIME);
  }

  #rememberFocus(): void {
    const active = document.activeElement;
    if (active !== this.host.element) this.#focusBefore = active;
  }

  #set(view: View): void {
    this.#view = view;
    this.#show();
  }

  #show(): void {
    this.#paint();
    render(
      <PageUi
        view={this.#view}
        claimCount={this.reading.claims.length}
        noteOf={(mark) => this.#notes.textOf(mark)}
        stanceOf={(mark) => ({ stance: stanceNow(this.#stances.of(mark)), unfolds: this.#stances.unfolds(mark) })}
        deeds={this.#deeds}
      />,
      this.host.root,
    );
  }

  #paint(): void {
    paint(this.reading.marks, [this.#view.card?.mark ?? this.#view.pointer, this.#hovered], this.reading.article.body);
  }
}

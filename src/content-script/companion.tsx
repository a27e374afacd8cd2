import { render } from 'preact';
import { spanOf } from '../anchoring/ranges';
import { atOnce, inSlices } from '../anchoring/slices';
import { askBackground } from '../contract';
import type { Color } from '../core/annotation';
import { stanceNow } from '../core/stance';
import { t } from '../i18n/messages';
import { Echoes } from './echoes';
import { Hand } from './hand';
import { marksAt } from './hit';
import { type Host, keepHost } from './host';
import type { Standing } from './in-view';
import { type Mark, markId } from './mark';
import { Notes } from './notes';
import { marksOnView, nextTo } from './on-view';
import { type PageDeeds, PageUi, type View } from './page-ui';
import { paint, unpaint } from './paint';
import type { Reading } from './reading';
import { Report } from './report';
import { scrollToMark } from './scroll';
import { Stances } from './stances';

const NOTHING: View = { card: null, pointer: null, offer: null, lost: null, toast: null };
/** Milliseconds a message with an undo stays. */
const TOAST_TIME = 10_000;

/** What the reader sees of one reading, and what each of the reader's acts does. */
export class Companion {
  #view: View = NOTHING;
  #notes: Notes;
  #hand: Hand;
  #stances: Stances;
  #toastTimer = 0;
  #report: Report;
  #echoes: Echoes;
  /** Calls off the look that is under way on a long page. */
  #looking = new AbortController();
  /** The look that is under way, or was the last. */
  #looked = Promise.resolve();
  /** The mark under the pointer, tinted: the cursor cannot change over a highlight. */
  #hovered: Mark | null = null;
  /** The mark that is pointed at in a panel, tinted too. */
  #emphasised: string | null = null;
  /** Where the keyboard focus was before we took it. */
  #focusBefore: Element | null = null;

  constructor(
    readonly reading: Reading,
    readonly host: Host,
    /** Called when the reader has opened or left something. */
    readonly onView: () => void,
  ) {
    this.#notes = new Notes(reading, () => this.look());
    this.#hand = new Hand(reading, this.#notes, {
      say: (words, undo) => this.say(words, undo),
      write: (mark) => this.#open(mark, [], true),
      clear: (what) => this.#set({ ...this.#view, [what]: null }),
      close: () => this.close(),
    });
    this.#stances = new Stances(reading, () => this.#show());
    this.#report = new Report(reading);
    this.#echoes = new Echoes(reading, () => void this.look());
  }

  /** Looks at the page anew and shows what stands on it: at once, or, on a long page, in slices. */
  look(): Promise<void> {
    keepHost(this.host);
    this.#looking.abort();
    this.#looking = new AbortController();
    const { signal } = this.#looking;
    if (this.reading.isLong) {
      const work = inSlices(this.reading.looking(), signal);
      // Who waits for a look that was called off waits for the one in its place.
      this.#looked = work.then(() => (signal.aborted ? this.#looked : this.#showLook()));
    } else {
      atOnce(this.reading.looking());
      this.#showLook();
      this.#looked = Promise.resolve();
    }
    return this.#looked;
  }

  /** Until the look at a long page that is under way is done: before, nothing is known of its marks. */
  looked(): Promise<void> {
    return this.#looked;
  }

  #showLook(): void {
    this.#view = { ...this.#view, card: this.#card(), pointer: this.#again(this.#view.pointer) };
    this.#show();
    this.#report.tell();
    this.#echoes.look();
  }

  /** Takes the paint off words that are not where they were. */
  dropStale(): void {
    if (this.reading.dropStale()) this.#paint();
  }

  leave(): void {
    this.#looked = Promise.resolve();
    this.#looking.abort();
    clearTimeout(this.#toastTimer);
    this.#report.end();
    this.#echoes.end();
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

  /** @returns whether the mouse is on another mark than before */
  hoverAt(x: number, y: number): boolean {
    const [mark = null] = this.#marksAt(x, y);
    if (mark === this.#hovered) return false;
    this.#hovered = mark;
    this.#paint();
    return true;
  }

  /** The id of the claim or annotation under the mouse. */
  get pointed(): string | null {
    return this.#hovered && this.#hovered.kind !== 'term' ? markId(this.#hovered) : null;
  }

  /** The claim whose card is open, or at which the reader stands by keyboard. */
  get at(): string | null {
    const mark = this.#view.card?.mark ?? this.#view.pointer;
    return mark?.kind === 'claim' ? mark.claim.id : null;
  }

  /** Where the words of the claims stand in the view. */
  standings(): Standing[] {
    return this.reading.claims.flatMap((mark) => {
      const lines = mark.ranges.map((range) => range.getBoundingClientRect()).filter(({ height }) => height > 0);
      if (lines.length === 0) return [];
      const top = Math.min(...lines.map((line) => line.top));
      return [{ id: markId(mark), top, bottom: Math.max(...lines.map((line) => line.bottom)) }];
    });
  }

  /** Has the words of a mark stand out, as when the mouse is on them. */
  emphasise(id: string | null): void {
    if (id === this.#emphasised) return;
    this.#emphasised = id;
    this.#paint();
  }

  /**
   * Scrolls to the words of a mark. The keyboard focus stays where it is, but the next Tab on the page goes on from the
   * words, unless the reader has selected something.
   * @returns whether they stand on the page
   */
  showWords(id: string): boolean {
    const mark = this.reading.byId(id);
    const range = mark?.ranges[0];
    if (!range) return false;
    // A card of other words would say that the reader is there; what is written in it keeps itself.
    if (this.#view.card || this.#view.pointer) this.close();
    scrollToMark(mark);
    const selection = getSelection();
    if (selection?.isCollapsed !== false) selection?.collapse(range.startContainer, range.startOffset);
    return true;
  }

  /** Goes to the words of a claim or annotation and opens its card. */
  goTo(id: string): void {
    const mark = this.reading.byId(id);
    if (!mark || mark.ranges.length === 0) return;
    scrollToMark(mark);
    this.#open(mark, []);
  }

  /** Goes to the next or previous mark on view: with its card if one is open, else the keyboard's pointer stands there. */
  step(kind: Mark['kind'], by: 1 | -1): void {
    const marks = marksOnView(this.reading).filter((mark) => mark.kind === kind);
    const here = this.#view.card?.mark ?? this.#view.pointer;
    const next = nextTo(here, marks, by);
    if (!next) {
      this.say(t(kind === 'annotation' ? 'say_no_note' : 'say_no_claim'));
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
  highlight(color?: Color, withNote?: boolean): Promise<void> {
    return this.#hand.highlight(color, withNote);
  }

  #marksAt(x: number, y: number): Mark[] {
    const { page } = this.reading;
    return page ? marksAt(x, y, marksOnView(this.reading), page) : [];
  }

  /** Asks the reader which words a lost highlight belongs to. */
  reattach(id: string): void {
    const mark = this.reading.byId(id);
    if (mark?.kind === 'annotation') this.#set({ ...NOTHING, lost: mark.annotation });
  }

  #deeds: PageDeeds = {
    close: () => this.close(),
    step: (by) => this.step('claim', by),
    stepFrom: (mark, by) => this.step(mark.kind, by),
    openMark: (mark) => this.#open(mark, []),
    goTo: (mark) => this.goTo(markId(mark)),
    openPopup: () => void this.#hand.try(() => askBackground('openPopup', {})),
    saveNote: (mark, text, from) => this.#notes.write(mark, text, from),
    draftOf: (mark) => this.#notes.draftOf(mark),
    recolor: (mark, color) => void this.#hand.try(() => this.#notes.change(markId(mark), { color })),
    remove: (mark) => void this.#hand.remove(markId(mark)),
    dismiss: (mark) => void this.#hand.try(() => this.#dismiss(mark)),
    takeStance: (mark, stance) => void this.#hand.try(() => this.#stances.take(mark, stance)),
    openedCounterargument: (mark) => void this.#stances.opened(mark).catch(() => undefined),
    highlight: (color) => void this.highlight(color),
    attach: () => void (this.#view.lost && this.#hand.attach(this.#view.lost)),
    highlightWithNote: () => void this.highlight(undefined, true),
  };

  async #dismiss(mark: Mark): Promise<void> {
    await this.#echoes.dismiss(mark, true);
    this.close();
    this.say(t('say_echo_dismissed'), () => {
      void this.#hand.try(() => this.#echoes.dismiss(mark, false)).then(() => this.say(t('say_echo_restored')));
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
    this.onView();
  }

  #show(): void {
    this.#paint();
    render(
      <PageUi
        view={this.#view}
        onView={marksOnView(this.reading)}
        claimCount={this.reading.claims.length}
        noteOf={(mark) => this.#notes.textOf(mark)}
        stanceOf={(mark) => ({ stance: stanceNow(this.#stances.of(mark)), unfolds: this.#stances.unfolds(mark) })}
        meanings={this.reading.opened.settings.meanings}
        deeds={this.#deeds}
      />,
      this.host.root,
    );
  }

  #paint(): void {
    const emphasised = this.#emphasised === null ? null : this.reading.byId(this.#emphasised);
    const tinted = [this.#view.card?.mark ?? this.#view.pointer, this.#hovered, emphasised];
    paint(marksOnView(this.reading), tinted, this.reading.article.body);
  }
}

import { render } from 'preact';
import { spanOf } from '../anchoring/ranges';
import { askBackground } from '../contract/ask';
import type { Color } from '../core/annotation';
import { isAmong } from '../core/settings';
import { stanceNow } from '../core/stance';
import { direction, hearAhead, language, t, useMessages } from '../i18n/messages';
import { besides } from './besides';
import { Echoes } from './echoes';
import type { Followers } from './followers';
import { Hand } from './hand';
import { marksAt } from './hit';
import { type Host, keepHost, makeHost } from './host';
import { type Standing, standingsOf } from './in-view';
import { type Mark, markId } from './mark';
import { Notes } from './notes';
import { marksOnView, nextTo } from './on-view';
import { type PageDeeds, PageUi, type View } from './page-ui';
import type { Reading } from './reading';
import { scrollToMark, showWords } from './scroll';
import { isSelected } from './selection';
import type { ShownReading } from './shown-reading';
import { Stances } from './stances';

const NOTHING: View = { card: null, pointer: null, offer: null, lost: null, toast: null };
/** Milliseconds a message with an undo stays. */
const TOAST_TIME = 10_000;

/** What of ours the reader sees beside the words of one reading, and what each of the reader's acts does. */
export class Companion {
  readonly #host: Host = makeHost();
  readonly #reading: Reading;
  #view: View = NOTHING;
  /** The marks the reader sees, in reading order, as of the last look: their list is drawn only when they are others. */
  #onView: Mark[] = [];
  #notes: Notes;
  #hand: Hand;
  #stances: Stances;
  #toastTimer = 0;
  #echoes: Echoes;
  /** The mark under the mouse. */
  #hovered: Mark | null = null;
  #leavesOnceClosed = false;
  /** Where the keyboard focus was before we took it. */
  #focusBefore: Element | null = null;

  constructor(
    readonly shown: ShownReading,
    readonly followers: Followers,
  ) {
    const { reading } = shown;
    this.#reading = reading;
    this.#notes = new Notes(reading, () => shown.look('marks'));
    this.#hand = new Hand(reading, this.#notes, {
      say: (words, undo) => this.say(words, undo),
      write: (mark) => this.#open(mark, [], true),
      clear: (what) => this.#set({ ...this.#view, [what]: null }),
      close: () => this.close(),
    });
    this.#stances = new Stances(reading, () => this.#show());
    this.#echoes = new Echoes(reading, () => void shown.look('marks'));
    // What a card says when its extension was updated under it.
    hearAhead('note_saving', 'note_not_saved', 'error_updated', 'say_failed');
    shown.onLook = () => this.#onLook();
    followers.follow(this);
    this.#onLook();
    const { problem } = reading.opened;
    if (problem) this.say(t('say_library_unreadable', { reason: problem }));
  }

  #onLook(): void {
    keepHost(this.#host);
    // The reader's language may be another since.
    useMessages(this.#reading.opened.messages);
    this.#host.element.lang = language();
    this.#host.element.dir = direction();
    this.#onView = marksOnView(this.#reading);
    this.#view = { ...this.#view, card: this.#card(), pointer: this.#again(this.#view.pointer) };
    this.#show();
    this.#echoes.look();
    this.followers.lookSoon();
  }

  leave(): void {
    clearTimeout(this.#toastTimer);
    this.#echoes.end();
    this.followers.follow(null);
    this.#set(NOTHING);
    render(null, this.#host.root);
    this.#host.element.remove();
  }

  /** Whether an event's target is ours: from outside, all in our closed root is its host. */
  owns(target: EventTarget | null): boolean {
    return target === this.#host.element;
  }

  /** Leaves at once, or when the reader closes the card with a note field that is open. */
  leaveOnceClosed(): void {
    if (this.#view.card) this.#leavesOnceClosed = true;
    else this.leave();
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
    this.shown.tint('hovered', mark && markId(mark));
    this.followers.tell();
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
    return standingsOf(this.#reading.claims);
  }

  /** Has the words of a mark stand out, as when the mouse is on them. */
  emphasise(id: string | null): void {
    this.shown.tint('emphasised', id);
  }

  /** Shows the words of a mark to a reader who is in a panel. */
  showWords(id: string): void {
    const mark = this.#reading.byId(id);
    if (!mark || mark.ranges.length === 0) return;
    // A card of other words would say that the reader is there; what is written in it keeps itself.
    if (this.#view.card || this.#view.pointer) this.close();
    showWords(mark);
    this.followers.show(id);
  }

  /** Goes to the words of a claim or annotation and opens its card. */
  goTo(id: string): void {
    const mark = this.#reading.byId(id);
    if (!mark || mark.ranges.length === 0) return;
    scrollToMark(mark);
    this.#open(mark, []);
  }

  /** Goes to the next or previous mark on view: with its card if one is open, else the keyboard's pointer stands there. */
  step(kind: Mark['kind'], by: 1 | -1): void {
    const marks = marksOnView(this.#reading).filter((mark) => mark.kind === kind);
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
    if (this.#leavesOnceClosed) this.leave();
    if (this.#focusBefore instanceof HTMLElement && this.#focusBefore.isConnected) {
      this.#focusBefore.focus({ preventScroll: true });
    }
    this.#focusBefore = null;
  }

  offer(range: Range | null): void {
    const { page, opened } = this.#reading;
    const { toolbar, toolbarOffOn } = opened.settings;
    const wanted = (toolbar && !isAmong(toolbarOffOn, location.hostname)) || this.#view.lost;
    if (range && !(wanted && page && spanOf(page, range) && isSelected(range))) return;
    if (range !== this.#view.offer) this.#set({ ...this.#view, offer: range });
  }

  /** Highlights what is selected. */
  highlight(color?: Color, withNote?: boolean): Promise<void> {
    return this.#hand.highlight(color, withNote);
  }

  /** Has the reader make a claim of what is selected. */
  makeClaim(): Promise<void> {
    return this.#hand.makeClaim();
  }

  #marksAt(x: number, y: number): Mark[] {
    const { page } = this.#reading;
    return page ? marksAt(x, y, marksOnView(this.#reading), page) : [];
  }

  /** Asks the reader which words a lost highlight belongs to. */
  reattach(id: string): void {
    const mark = this.#reading.byId(id);
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
    makeClaim: () => void this.makeClaim(),
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
    return mark && this.#reading.byId(markId(mark));
  }

  /** Shows a sentence for a while, and has it spoken. */
  say(words: string, undo?: () => void): void {
    clearTimeout(this.#toastTimer);
    this.#set({ ...this.#view, toast: undo ? { words, undo } : { words } });
    this.#toastTimer = window.setTimeout(() => this.#set({ ...this.#view, toast: null }), TOAST_TIME);
  }

  #rememberFocus(): void {
    const active = document.activeElement;
    if (active !== this.#host.element) this.#focusBefore = active;
  }

  #set(view: View): void {
    this.#view = view;
    this.#show();
    this.followers.lookSoon();
  }

  #show(): void {
    const at = this.#view.card?.mark ?? this.#view.pointer;
    this.shown.tint('at', at && markId(at));
    render(
      <PageUi
        view={this.#view}
        onView={this.#onView}
        claimCount={this.#reading.claims.length}
        noteOf={(mark) => this.#notes.textOf(mark)}
        besideOf={(mark) => besides(mark, this.#reading.claims)}
        stanceOf={(mark) => ({ stance: stanceNow(this.#stances.of(mark)), unfolds: this.#stances.unfolds(mark) })}
        original={this.#reading.original}
        meanings={this.#reading.opened.settings.meanings}
        deeds={this.#deeds}
      />,
      this.#host.root,
    );
  }
}

import { spanOf } from '../anchoring/ranges';
import { aTurn } from '../anchoring/slices';
import { askBackground } from '../contract/ask';
import type { Color } from '../core/annotation';
import { isAmong } from '../core/settings';
import { stanceNow } from '../core/stance';
import { hearAhead, t } from '../i18n/messages';
import { reasonInWords } from '../i18n/worded';
import { besides } from './besides';
import { Echoes } from './echoes';
import { Followed } from './followed';
import type { Followers } from './followers';
import { Hand } from './hand';
import { marksAt } from './hit';
import { type Mark, markId } from './mark';
import { Notes } from './notes';
import { marksOnView, nextTo } from './on-view';
import type { PageDeeds } from './page-ui';
import { PageView } from './page-view';
import type { Reading } from './reading';
import { scrollToMark, showWords } from './scroll';
import { isSelected } from './selection';
import type { ShownReading } from './shown-reading';
import { Stances } from './stances';

/** What each of the reader's acts on one reading does. */
export class Companion {
  readonly #reading: Reading;
  readonly #view: PageView;
  #notes: Notes;
  #hand: Hand;
  #stances: Stances;
  #echoes: Echoes;
  /** The mark under the mouse. */
  #hovered: Mark | null = null;
  #leavesOnceClosed = false;
  #isGone = false;

  constructor(
    readonly shown: ShownReading,
    readonly followers: Followers,
  ) {
    const { reading } = shown;
    this.#reading = reading;
    this.#view = new PageView(
      shown,
      () => this.#parts(),
      () => followers.lookSoon(),
    );
    this.#notes = new Notes(reading, () => shown.look('marks'));
    this.#hand = new Hand(reading, this.#notes, {
      say: (words, undo) => this.say(words, undo),
      write: (mark) => this.#view.open(mark, [], true),
      clear: (what) => this.#view.set({ [what]: null }),
      close: () => this.close(),
    });
    this.#stances = new Stances(reading, () => this.#view.draw());
    this.#echoes = new Echoes(reading, () => void shown.look('marks'));
    shown.onLook = () => this.#onLook();
    followers.follow(new Followed(shown, { at: () => this.#view.at, hovered: () => this.#hovered }));
    void this.#begin();
  }

  /** What can wait until others had their turn, in parts: the first message costs a question to the browser. */
  async #begin(): Promise<void> {
    await aTurn();
    // What a card says when its extension was updated under it.
    hearAhead('note_saving', 'note_not_saved', 'error_updated', 'say_failed');
    await aTurn();
    if (this.#isGone) return;
    this.#onLook();
    const { problem } = this.#reading.opened;
    if (problem) this.say(t('say_library_unreadable', { reason: reasonInWords(problem) }));
  }

  #onLook(): void {
    this.#view.look();
    this.#echoes.look();
    this.followers.lookSoon();
  }

  leave(): void {
    this.#isGone = true;
    this.#echoes.end();
    this.followers.follow(null);
    this.#view.leave();
  }

  /** Whether an event's target is ours: from outside, all in our closed root is its host. */
  owns(target: EventTarget | null): boolean {
    return this.#view.owns(target);
  }

  /** Leaves at once, or when the reader closes the card with a note field that is open. */
  leaveOnceClosed(): void {
    if (this.#view.now.card) this.#leavesOnceClosed = true;
    else this.leave();
  }

  /** Whether anything of ours that Esc closes is open. */
  get busy(): boolean {
    const { card, pointer, offer, lost } = this.#view.now;
    return Boolean(card ?? pointer ?? offer ?? lost);
  }

  openAt(x: number, y: number): void {
    const [mark, ...also] = this.#marksAt(x, y);
    if (mark) this.#view.open(mark, also);
    else if (this.#view.at) this.close();
  }

  hoverAt(x: number, y: number): void {
    const [mark = null] = this.#marksAt(x, y);
    if (mark === this.#hovered) return;
    this.#hovered = mark;
    this.shown.tint('hovered', mark && markId(mark));
    this.followers.tell();
  }

  /** Shows the words of a mark to a reader who is in a panel. */
  showWords(id: string): void {
    const mark = this.#reading.byId(id);
    if (!mark || mark.ranges.length === 0) return;
    // A card of other words would say that the reader is there; what is written in it keeps itself.
    if (this.#view.at) this.close();
    showWords(mark);
    this.followers.show(id);
  }

  /** Goes to the words of a claim or annotation and opens its card. */
  goTo(id: string): void {
    const mark = this.#reading.byId(id);
    if (!mark || mark.ranges.length === 0) return;
    scrollToMark(mark);
    this.#view.open(mark, []);
  }

  /** Goes to the next or previous mark on view: with its card if one is open, else the keyboard's pointer stands there. */
  step(kind: Mark['kind'], by: 1 | -1): void {
    const marks = marksOnView(this.#reading).filter((mark) => mark.kind === kind);
    const next = nextTo(this.#view.at, marks, by);
    if (!next) {
      this.say(t(kind === 'annotation' ? 'say_no_note' : 'say_no_claim'));
      return;
    }
    scrollToMark(next);
    if (this.#view.now.card) this.#view.open(next, []);
    else this.#view.pointAt(next);
  }

  close(): void {
    this.#view.close();
    if (this.#leavesOnceClosed) this.leave();
  }

  offer(range: Range | null): void {
    const { page, opened } = this.#reading;
    const { toolbar, toolbarOffOn } = opened.settings;
    const wanted = (toolbar && !isAmong(toolbarOffOn, location.hostname)) || this.#view.now.lost;
    if (range && !(wanted && page && spanOf(page, range) && isSelected(range))) return;
    if (range !== this.#view.now.offer) this.#view.set({ offer: range });
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
    if (mark?.kind === 'annotation') this.#view.ask(mark.annotation);
  }

  #deeds: PageDeeds = {
    close: () => this.close(),
    step: (by) => this.step('claim', by),
    stepFrom: (mark, by) => this.step(mark.kind, by),
    openMark: (mark) => this.#view.open(mark, []),
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
    attach: () => void (this.#view.now.lost && this.#hand.attach(this.#view.now.lost)),
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

  /** Shows a sentence for a while, and has it spoken. */
  say(words: string, undo?: () => void): void {
    this.#view.say(words, undo);
  }

  #parts(): ReturnType<PageView['partsOf']> {
    const { claims, opened, original } = this.#reading;
    return {
      claimCount: claims.length,
      noteOf: (mark) => this.#notes.textOf(mark),
      besideOf: (mark) => besides(mark, claims),
      stanceOf: (mark) => ({ stance: stanceNow(this.#stances.of(mark)), unfolds: this.#stances.unfolds(mark) }),
      original,
      meanings: opened.settings.meanings,
      deeds: this.#deeds,
    };
  }
}

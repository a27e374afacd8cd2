import { render } from 'preact';
import { direction, language, useMessages } from '../i18n/messages';
import { type Host, keepHost, makeHost } from './host';
import { type Mark, markId } from './mark';
import { marksOnView } from './on-view';
import { PageUi, type PageUiProps, type View } from './page-ui';
import type { ShownReading } from './shown-reading';

const NOTHING: View = { card: null, pointer: null, offer: null, lost: null, toast: null };
/** Milliseconds a message with an undo stays. */
const TOAST_TIME = 10_000;

/** What a view is drawn with besides what is shown. */
type Parts = Omit<PageUiProps, 'view' | 'onView'>;

/** What of ours the reader sees beside the words of one reading: a card, a toolbar, a message; and where their focus was. */
export class PageView {
  readonly #host: Host = makeHost();
  #now: View = NOTHING;
  /** The marks the reader sees, in reading order, as of the last look: their list is drawn only when they are others. */
  #onView: Mark[] = [];
  #toastTimer = 0;
  /** Where the keyboard focus was before we took it. */
  #focusBefore: Element | null = null;

  /**
   * @param partsOf asked at each drawing
   * @param changed called when something else is shown
   */
  constructor(
    readonly shown: ShownReading,
    readonly partsOf: () => Parts,
    readonly changed: () => void,
  ) {
    this.#stand();
  }

  /** Has the host in the page, in the reader's language, which may be another since. */
  #stand(): void {
    keepHost(this.#host);
    useMessages(this.shown.reading.opened.messages);
    this.#host.element.lang = language();
    this.#host.element.dir = direction();
  }

  get now(): View {
    return this.#now;
  }

  /** The mark whose card is open, or at which the reader stands by keyboard. */
  get at(): Mark | null {
    return this.#now.card?.mark ?? this.#now.pointer;
  }

  /** Whether an event's target is ours: from outside, all in our closed root is its host. */
  owns(target: EventTarget | null): boolean {
    return target === this.#host.element;
  }

  /** Shows the reading as it is now. */
  look(): void {
    this.#stand();
    this.#onView = marksOnView(this.shown.reading);
    const { card, pointer } = this.#now;
    // The card stays when its words have left the page: a note may be in writing.
    this.#now = {
      ...this.#now,
      card: card && { ...card, mark: this.#again(card.mark) ?? card.mark },
      pointer: pointer && this.#again(pointer),
    };
    this.draw();
  }

  set(change: Partial<View>): void {
    this.#now = { ...this.#now, ...change };
    this.draw();
    this.changed();
  }

  /** Opens the card of a mark. */
  open(mark: Mark, also: Mark[], writing = false): void {
    this.#rememberFocus();
    this.set({ card: { mark, also, writing }, pointer: null, offer: null });
  }

  /** Has the reader stand at a mark, its card not open. */
  pointAt(mark: Mark): void {
    this.#rememberFocus();
    this.set({ pointer: mark, offer: null });
  }

  /** Closes all but the message; the focus goes back to where it was. */
  close(): void {
    this.set({ ...NOTHING, toast: this.#now.toast });
    if (this.#focusBefore instanceof HTMLElement && this.#focusBefore.isConnected) {
      this.#focusBefore.focus({ preventScroll: true });
    }
    this.#focusBefore = null;
  }

  /** Shows a sentence for a while, and has it spoken. */
  say(words: string, undo?: () => void): void {
    clearTimeout(this.#toastTimer);
    this.set({ toast: undo ? { words, undo } : { words } });
    this.#toastTimer = window.setTimeout(() => this.set({ toast: null }), TOAST_TIME);
  }

  /** Asks the reader which words a lost highlight belongs to; nothing else is shown then. */
  ask(lost: View['lost']): void {
    this.set({ ...NOTHING, lost });
  }

  draw(): void {
    this.shown.tint('at', this.at && markId(this.at));
    render(<PageUi {...this.partsOf()} view={this.#now} onView={this.#onView} />, this.#host.root);
  }

  leave(): void {
    clearTimeout(this.#toastTimer);
    this.set(NOTHING);
    render(null, this.#host.root);
    this.#host.element.remove();
  }

  /** The mark as the reading has it now. */
  #again(mark: Mark): Mark | null {
    return this.shown.reading.byId(markId(mark));
  }

  #rememberFocus(): void {
    const active = document.activeElement;
    if (active !== this.#host.element) this.#focusBefore = active;
  }
}

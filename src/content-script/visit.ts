import { readingPageText } from '../anchoring/page-text';
import { aTurn, atOnce } from '../anchoring/slices';
import { askBackground } from '../contract/ask';
import type { PageAnswers, PageRefusal, ReadingState } from '../contract/page';
import { isAlive } from '../contract/runtime';
import { type ArticleAddress, isArticleKey, parsePageAddress } from '../core/address';
import { LONGEST_TEXT } from '../core/quote';
import type { Companion } from './companion';
import type { SecondScript } from './hand-over';
import { watchPage } from './page-watch';
import { unpaintFormer } from './paint';
import { hearClick, hearEscape, hearHover } from './reader-events';
import { Reading } from './reading';
import { stateOf } from './reading-state';
import { type ArticlePage, recognisePage } from './recognise';
import { watchSelection } from './selection';
import { ShownReading } from './shown-reading';

/** Milliseconds after which a page that is never idle gets what its reader acts with all the same. */
const IDLE_AT_LAST = 2000;

/** From the arrival of this script on a page to its end: which article is read, and who is told of what happens. */
export class Visit {
  #shown: ShownReading | null = null;
  /** What the reader acts with on the reading that is shown; comes later, or when it is first needed. */
  #companion: Companion | null = null;
  /** The second script, on its way or here. */
  #second: Promise<SecondScript> | null = null;
  /** The article that is being opened, or was refused: it is not asked for again. */
  #asked: string | null = null;
  /** Key of the page of another site that the reader asked to have read; only as long as it is in front. */
  #wanted: string | null = null;
  /** Milliseconds that looking at the page has taken so far. */
  #spent = 0;
  readonly #end = new AbortController();

  /**
   * @param bring fetches the second script
   * @param recognise what stands on this page, if there is anything to read
   * @param addressOf the page the address bar names
   */
  constructor(
    readonly bring: () => Promise<SecondScript>,
    readonly recognise: () => ArticlePage | null = recognisePage,
    readonly addressOf: () => ArticleAddress | null = () => parsePageAddress(location.href),
  ) {}

  start(): void {
    const { signal } = this.#end;
    unpaintFormer();
    watchPage(
      {
        onMutation: () => this.#shown?.dropStale(),
        onRest: () => this.#look(),
        onReturn: () => void this.refresh(),
        spent: () => this.#spent,
      },
      signal,
    );
    watchSelection(
      (range) => void this.#do((companion) => companion.offer(range)),
      () => this.#companion?.offer(null),
      signal,
    );
    const isTheirs = (target: EventTarget | null) => this.#shown !== null && !this.#companion?.owns(target);
    hearHover((x, y) => void this.#do((companion) => companion.hoverAt(x, y)), isTheirs, signal);
    hearClick((x, y) => void this.#do((companion) => companion.openAt(x, y)), isTheirs, signal);
    hearEscape(() => this.#closeCard(), signal);
  }

  /** What popup and background may ask of this page. */
  readonly answers: PageAnswers = {
    describeReading: async () => {
      await this.#shown?.looked();
      return this.#state();
    },
    goToClaim: async ({ id }) => this.#do((companion) => companion.goTo(id)),
    goToAnnotation: async ({ id }) => this.#do((companion) => companion.goTo(id)),
    showWords: async ({ id }) => this.#do((companion) => companion.showWords(id)),
    accompany: async () => this.#do(() => undefined),
    stepClaim: async ({ by }) => this.#do((companion) => companion.step('claim', by)),
    stepAnnotation: async ({ by }) => this.#do((companion) => companion.step('annotation', by)),
    reattach: async ({ id }) => this.#do((companion) => companion.reattach(id)),
    highlightSelection: async ({ withNote }) => this.#do((companion) => void companion.highlight(undefined, withNote)),
    makeClaim: async () => this.#do((companion) => void companion.makeClaim()),
    refresh: async () => {
      await this.refresh();
      return null;
    },
    readPage: async () => this.#readPage(),
  };

  /** Asks for the article's claims and annotations again: another page of ours may have changed them. */
  async refresh(): Promise<void> {
    if (!isAlive()) {
      this.#fallSilent();
      return;
    }
    const shown = this.#shown;
    if (!shown) return;
    const { reading } = shown;
    const opened = await openArticle(reading.article).catch(() => null);
    if (!opened || opened.problem || shown !== this.#shown) return;
    reading.opened.settings = opened.settings;
    reading.opened.stances = opened.stances;
    reading.opened.messages = opened.messages;
    reading.takeClaims(opened.claims);
    reading.putAll(opened.annotations);
    await shown.look('marks');
  }

  #look(): void {
    if (!isAlive()) {
      this.#fallSilent();
      return;
    }
    const key = this.#keyToRead();
    if (this.#shown && this.#shown.reading.article.address.key !== key) this.#leave();
    if (key !== this.#asked) this.#asked = null;
    if (this.#shown) void this.#shown.look();
    else if (key && !this.#asked) void this.#open(key);
  }

  /** Key of the page in front, if it is one that is read. */
  #keyToRead(): string | null {
    const key = this.addressOf()?.key ?? null;
    if (key !== this.#wanted) this.#wanted = null;
    return key !== null && (isArticleKey(key) || key === this.#wanted) ? key : null;
  }

  #readPage(): PageRefusal | null {
    if (document.contentType === 'application/pdf') return 'pdf';
    if (this.#shown) return null;
    const page = this.recognise();
    if (!page) return 'text';
    this.#wanted = page.address.key;
    this.#look();
    return null;
  }

  async #open(key: string): Promise<void> {
    const article = this.recognise();
    if (!article) return;
    this.#asked = key;
    // An article is known by its address, a copy of one by its words.
    const text = isArticleKey(key) ? undefined : atOnce(readingPageText(article.body)).text;
    const opened = await openArticle(article, text?.slice(0, LONGEST_TEXT)).catch(() => null);
    if (!opened) {
      this.#asked = null;
      return;
    }
    if (this.#end.signal.aborted || this.#shown || this.#keyToRead() !== key) return;
    const resolving = async () => (await this.#brought())?.resolving ?? null;
    this.#shown = new ShownReading(new Reading(article, opened), resolving, (milliseconds) => {
      this.#spent += milliseconds;
    });
    void this.#shown.look();
    requestIdleCallback(() => void this.#accompanied(), { timeout: IDLE_AT_LAST });
  }

  /** The companion of the reading that is shown, made if need be; `null` when there is no reading, or it does not come. */
  async #accompanied(): Promise<Companion | null> {
    const shown = this.#shown;
    if (!shown || this.#companion) return this.#companion;
    const second = await this.#brought();
    // To evaluate it was a task, and what it begins with is another.
    await aTurn();
    if (!second || shown !== this.#shown) return null;
    this.#companion ??= second.companionOf(shown);
    return this.#companion;
  }

  /** The second script, fetched if need be; `null` when it does not come. */
  #brought(): Promise<SecondScript | null> {
    this.#second ??= this.bring();
    return this.#second.catch(() => {
      this.#second = null;
      return null;
    });
  }

  #leave(): void {
    this.#companion?.leave();
    this.#companion = null;
    this.#shown?.leave();
    this.#shown = null;
    this.#asked = null;
  }

  /**
   * The end of a script whose extension was updated or removed while the page stayed open: nothing painted, nothing watched;
   * an open card stays, for the words that stand in it.
   */
  #fallSilent(): void {
    if (this.#end.signal.aborted) return;
    this.#end.abort();
    this.#shown?.leave();
    this.#companion?.leaveOnceClosed();
    if (!this.#companion?.busy) return;
    const closed = new AbortController();
    hearEscape(() => {
      const isClosed = this.#closeCard();
      if (!this.#companion?.busy) closed.abort();
      return isClosed;
    }, closed.signal);
  }

  #state(): ReadingState {
    return this.#shown ? stateOf(this.#shown.reading) : { article: null, partlyShown: false, places: {} };
  }

  async #do(deed: (companion: Companion) => void): Promise<null> {
    if (!isAlive()) {
      this.#fallSilent();
      return null;
    }
    const companion = this.#companion ?? (await this.#accompanied());
    if (companion) deed(companion);
    return null;
  }

  /** @returns whether there was anything to close */
  #closeCard(): boolean {
    if (!this.#companion?.busy) return false;
    this.#companion.close();
    return true;
  }
}

const openArticle = ({ address, headline, author }: ArticlePage, text?: string) =>
  askBackground('openArticle', { articleKey: address.key, headline, author, ...(text !== undefined && { text }) });

import browser from 'webextension-polyfill';
import { askBackground, type OpenedArticle, type PageAnswers, type ReadingState } from '../contract';
import { type ArticleAddress, parseArticleAddress } from '../core/address';
import { direction, language, t, useMessages } from '../i18n/messages';
import { Companion } from './companion';
import { Followers } from './followers';
import { type Host, makeHost } from './host';
import { watchPage } from './page-watch';
import { unpaint } from './paint';
import { Reading } from './reading';
import { type ArticlePage, recogniseArticle } from './recognise';
import { watchSelection } from './selection';

/** From the arrival of this script on a page to its end: which article is read, and who is told of what happens. */
export class Visit {
  #companion: Companion | null = null;
  #host: Host | null = null;
  /** The article that is being opened, or was refused: it is not asked for again. */
  #asked: string | null = null;
  /** The animation frame in which the pointer's place is looked at. */
  #frame = 0;
  readonly #end = new AbortController();
  #followers: Followers | null = null;

  /** @param recognise the article this page shows, if it is one; `addressOf` the article the address bar names */
  constructor(
    readonly recognise: () => ArticlePage | null = recogniseArticle,
    readonly addressOf: () => ArticleAddress | null = () => parseArticleAddress(location.href),
  ) {}

  start(): void {
    const { signal } = this.#end;
    this.#followers = new Followers(() => this.#companion, signal);
    watchPage(
      {
        onMutation: () => this.#companion?.dropStale(),
        onRest: () => this.#look(),
        onReturn: () => void this.refresh(),
      },
      signal,
    );
    watchSelection(
      (range) => this.#companion?.offer(range),
      () => this.#companion?.offer(null),
      signal,
    );
    document.addEventListener('pointermove', (event) => this.#onMove(event), { signal, passive: true });
    document.addEventListener('click', (event) => this.#onClick(event), { signal });
    document.addEventListener('keydown', (event) => this.#onKey(event), { signal, capture: true });
  }

  /** What popup and background may ask of this page. */
  readonly answers: PageAnswers = {
    describeReading: async () => {
      await this.#companion?.looked();
      return this.#state();
    },
    goToClaim: async ({ id }) => this.#do((companion) => companion.goTo(id)),
    goToAnnotation: async ({ id }) => this.#do((companion) => companion.goTo(id)),
    showWords: async ({ id }) =>
      this.#do((companion) => {
        if (companion.showWords(id)) this.#followers?.show(id);
      }),
    stepClaim: async ({ by }) => this.#do((companion) => companion.step('claim', by)),
    stepAnnotation: async ({ by }) => this.#do((companion) => companion.step('annotation', by)),
    reattach: async ({ id }) => this.#do((companion) => companion.reattach(id)),
    highlightSelection: async ({ withNote }) => this.#do((companion) => void companion.highlight(undefined, withNote)),
    makeClaim: async () => this.#do((companion) => void companion.makeClaim()),
    refresh: async () => {
      await this.refresh();
      return null;
    },
  };

  /** Asks for the article's claims and annotations again: another page of ours may have changed them. */
  async refresh(): Promise<void> {
    const companion = this.#companion;
    if (!companion || this.#isOrphan()) return;
    const opened = await openArticle(companion.reading.article).catch(() => null);
    if (!opened || opened.problem || companion !== this.#companion) return;
    this.#speak(opened);
    companion.reading.opened.settings = opened.settings;
    companion.reading.opened.stances = opened.stances;
    companion.reading.takeClaims(opened.claims);
    companion.reading.putAll(opened.annotations);
    companion.look();
  }

  #look(): void {
    if (this.#isOrphan()) {
      this.#fallSilent();
      return;
    }
    const key = this.addressOf()?.key ?? null;
    if (this.#companion && this.#companion.reading.article.address.key !== key) this.#leave();
    if (key !== this.#asked) this.#asked = null;
    this.#followers?.lookSoon();
    if (this.#companion) this.#companion.look();
    else if (key && !this.#asked) void this.#open(key);
  }

  async #open(key: string): Promise<void> {
    const article = this.recognise();
    if (!article) return;
    this.#asked = key;
    const opened = await openArticle(article).catch(() => null);
    if (!opened) {
      this.#asked = null;
      return;
    }
    if (this.#end.signal.aborted || this.#companion || this.addressOf()?.key !== key) return;
    this.#host ??= makeHost();
    this.#speak(opened);
    this.#companion = new Companion(new Reading(article, opened), this.#host, () => this.#followers?.lookSoon());
    this.#companion.look();
    this.#followers?.lookSoon();
    if (opened.problem) this.#companion.say(t('say_library_unreadable', { reason: opened.problem }));
  }

  /** Speaks the reader's language from now on. */
  #speak({ messages }: OpenedArticle): void {
    useMessages(messages);
    if (!this.#host) return;
    this.#host.element.lang = language();
    this.#host.element.dir = direction();
  }

  #leave(): void {
    this.#companion?.leave();
    this.#companion = null;
    this.#asked = null;
  }

  /** Whether the extension was updated or removed while this page stayed open. */
  #isOrphan(): boolean {
    return browser.runtime?.id === undefined;
  }

  /** The end of an orphan: nothing painted, nothing watched; an open card stays, for the words that stand in it. */
  #fallSilent(): void {
    this.#end.abort();
    unpaint();
    if (this.#companion?.isOpen) return;
    this.#companion?.leave();
    this.#host?.element.remove();
  }

  #state(): ReadingState {
    return this.#companion?.reading.state() ?? { article: null, partlyShown: false, places: {} };
  }

  async #do(deed: (companion: Companion) => void): Promise<null> {
    if (this.#companion) deed(this.#companion);
    return null;
  }

  /** Looks once a frame at what is under a mouse that moves over the page. */
  #onMove({ clientX, clientY, pointerType, target }: PointerEvent): void {
    if (!this.#companion || pointerType !== 'mouse' || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (target === this.#host?.element || !this.#companion?.hoverAt(clientX, clientY)) return;
      this.#followers?.tell();
    });
  }

  #onClick(event: MouseEvent): void {
    if (!this.#companion || !event.isTrusted || event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const target = event.target;
    if (!(target instanceof Element) || target === this.#host?.element) return;
    if (target.closest('a,button,input,select,textarea,label,summary,[contenteditable]')) return;
    if (getSelection()?.isCollapsed === false) return;
    this.#companion.openAt(event.clientX, event.clientY);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !event.isTrusted || !this.#companion?.busy) return;
    this.#companion.close();
    event.preventDefault();
    event.stopPropagation();
  }
}

const openArticle = ({ address, headline, author }: ArticlePage) =>
  askBackground('openArticle', { articleKey: address.key, headline, author });

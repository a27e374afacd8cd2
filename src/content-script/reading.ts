import type { Outcome } from '../anchoring/outcome';
import { type PageText, readingPageText } from '../anchoring/page-text';
import { rangesOf } from '../anchoring/ranges';
import { type Resolved, type Resolving, resolvingAgain } from '../anchoring/resolve-again';
import { atOnce } from '../anchoring/slices';
import type { OpenedArticle } from '../contract/background';
import { isArticleKey } from '../core/address';
import type { Annotation } from '../core/annotation';
import { type ArticleClaims, originName } from '../core/claim';
import type { SharedWords } from '../core/shared-words';
import { findTerms } from './find-terms';
import { isGated } from './gate';
import { annotationMark, claimMark, type Mark, markId, sharedMark, termMark } from './mark';
import { type ArticlePage, recognisePage } from './recognise';

/** One reading of one article: what the library and the claim database hold on it, and where that stands on the page now. */
export class Reading {
  marks: Mark[];
  /** The terms of the glossary in the text; empty unless the reader wants them marked. */
  terms: Mark[] = [];
  page: PageText | null = null;
  partlyShown = false;
  /** Characters of the longest text this page has shown: one that shrinks was cut. */
  #longest = 0;
  /** What stood where when the page was looked at last. */
  #resolved: Resolved = { text: '', outcomes: new Map() };
  /** Whether the page changed while it was looked at. */
  #hasChanged = false;
  /** Finds what does not stand letter for letter; comes with the second script, when it is first needed. */
  resolving: Resolving | null = null;

  constructor(
    readonly article: ArticlePage,
    readonly opened: OpenedArticle,
  ) {
    this.marks = [...claimMarks(opened.claims), ...opened.annotations.map(annotationMark)];
  }

  /**
   * Places every mark on the page, with pauses; nothing is another until all is done.
   * @param what `page`: it is read anew; `marks`: only they are others, and a page that did not change is as it was read
   * @returns `false` when there are marks that only `resolving` can find, and it has not come: nothing is known of them yet
   */
  *looking(what: 'page' | 'marks' = 'page'): Generator<void, boolean> {
    const read = what === 'marks' && !this.#hasChanged ? this.page : null;
    this.#hasChanged = false;
    const emptied = this.page !== null && shownLength(this.page) === 0;
    if (!this.article.body.isConnected || emptied) {
      this.article.body = recognisePage()?.body ?? this.article.body;
    }
    const { body } = this.article;
    const marks = this.marks.filter((mark) => mark.wanted);
    const page = read ?? (yield* readingPageText(body));
    const wanted = marks.flatMap(({ wanted }) => wanted ?? []);
    const resolved = yield* resolvingAgain(this.#resolved, page.text, wanted, this.resolving);
    const outcomeOf = (mark: Mark) => (mark.wanted ? resolved.outcomes.get(mark.wanted) : undefined);
    const lost = marks.filter((mark) => isOfThisArticle(mark) && outcomeOf(mark)?.kind === 'missing');
    const gated = isGated();
    const whole = lost.length > 0 || gated ? yield* readingPageText(body, 'take') : page;
    const sought = lost.flatMap(({ wanted }) => wanted ?? []);
    const hidden = this.resolving && sought.length > 0 ? yield* this.resolving(whole.text, sought) : [];
    // What follows is done in one go: a task of its own, if the time of this one is up.
    yield;
    if (this.#hasChanged) {
      // What was read is no more. The page may never rest: so once more, and without a pause.
      return atOnce(this.looking());
    }
    this.page = page;
    this.#resolved = resolved;
    for (const mark of marks) place(mark, page, outcomeOf(mark));
    this.#findTerms(page);
    for (const [i, mark] of lost.entries()) if (hidden[i]?.kind !== 'missing') mark.place = 'not shown';
    const cut = shownLength(page) < 0.8 * this.#longest;
    this.#longest = Math.max(this.#longest, shownLength(whole));
    this.partlyShown = cut || (gated && lost.length > 0) || shownLength(whole) > 1.05 * shownLength(page);
    if (gated || cut) this.#excuseTheEnd();
    return marks.every(outcomeOf);
  }

  /** Terms are marked in the article's own text, and not in the boxes behind it. */
  #findTerms(page: PageText): void {
    const { claims, settings } = this.opened;
    const text = page.text.slice(0, page.segments[page.firstBoxed]?.start);
    const found = settings.terms && claims ? findTerms(text, claims.glossary) : [];
    this.terms = found.map(({ entry, span }) => termMark(entry, span, rangesOf(page, span)));
  }

  /** Where a gate cut the text, what stood after the last claim that is left is not shown; what stood before is gone. */
  #excuseTheEnd(): void {
    // Each origin's claims stand in reading order; the reader's own in that of their making, which says nothing.
    for (const [origin, claims] of byOrigin(this.claims)) {
      const lastFound = origin === 'own' ? -1 : claims.findLastIndex((mark) => mark.place === 'found');
      for (const mark of claims.slice(lastFound + 1)) if (mark.place !== 'found') mark.place = 'not shown';
    }
    for (const mark of this.marks) {
      if (mark.kind === 'annotation' && mark.wanted && mark.place === 'not found') mark.place = 'not shown';
    }
  }

  /** Forgets the place of every mark whose words are not where they were, since the page changed. @returns whether there was one */
  dropStale(): boolean {
    this.#hasChanged = true;
    const stale = [...this.marks, ...this.terms].filter(
      (mark) => mark.span && wordsAt(mark.ranges) !== this.#wordsOf(mark),
    );
    for (const mark of stale) {
      mark.ranges = [];
      mark.span = null;
    }
    return stale.length > 0;
  }

  #wordsOf(mark: Mark): string {
    const { start, end } = mark.span ?? { start: 0, end: 0 };
    return squeeze(this.page?.text.slice(start, end) ?? '');
  }

  /** Takes in what the library holds now of an annotation: new, changed, or in the bin. */
  put(annotation: Annotation): void {
    this.marks = this.marks.filter((mark) => markId(mark) !== annotation.id);
    if (annotation.deleted === null) this.marks.push(annotationMark(annotation));
  }

  /** Takes in the library's annotations of this article as they are now. */
  putAll(annotations: Annotation[]): void {
    const kept = annotations.map((annotation) => {
      const mark = this.byId(annotation.id);
      return mark?.kind === 'annotation' && mark.annotation.updated === annotation.updated
        ? mark
        : annotationMark(annotation);
    });
    this.marks = [...this.marks.filter((mark) => mark.kind !== 'annotation'), ...kept];
  }

  /** Takes in the claims on this article as they are now: a pack may have come, changed, or gone. */
  takeClaims(claims: ArticleClaims | null): void {
    const before = new Map(this.claims.map((mark) => [markId(mark), mark]));
    this.opened.claims = claims;
    const now = claimMarks(claims).map((mark) => {
      const kept = before.get(markId(mark));
      return kept && isSameClaim(kept, mark) ? kept : mark;
    });
    this.marks = [...now, ...this.marks.filter((mark) => mark.kind !== 'claim')];
  }

  /** Takes in the claims of other articles that sentences of this page resemble. */
  putEchoes(echoes: Mark[]): void {
    this.marks = [...this.marks.filter((mark) => mark.kind !== 'echo'), ...echoes];
  }

  /** Takes in what others of the reader's room have highlighted. @returns whether there is, or was, any */
  putShared(words: readonly SharedWords[]): boolean {
    const shared = words.map((one) => {
      const before = this.byId(one.id);
      const isKept = before?.kind === 'shared' && JSON.stringify(before.shared) === JSON.stringify(one);
      return isKept ? before : sharedMark(one);
    });
    const others = this.marks.filter((mark) => mark.kind !== 'shared');
    const isNews = others.length < this.marks.length || shared.length > 0;
    this.marks = [...others, ...shared];
    return isNews;
  }

  /** The article whose copy this page of another site is; `null` when it is none's. */
  get original(): ArticleClaims | null {
    return isArticleKey(this.article.address.key) ? null : this.opened.claims;
  }

  get claims(): Mark[] {
    return this.marks.filter((mark) => mark.kind === 'claim');
  }

  byId(id: string): Mark | null {
    return [...this.marks, ...this.terms].find((mark) => markId(mark) === id) ?? null;
  }

  /** The reader's note on a claim; `null` when there is none. */
  noteOn(claimId: string): Annotation | null {
    for (const mark of this.marks) {
      if (mark.kind !== 'annotation') continue;
      const { target } = mark.annotation;
      if (target.kind === 'claim' && target.claimId === claimId) return mark.annotation;
    }
    return null;
  }
}

const claimMarks = (claims: ArticleClaims | null): Mark[] =>
  claims?.claims.map((claim, i) => claimMark(claim, i + 1)) ?? [];

/** Whether nothing of a claim is another: it stands where it stood, then, and is not looked for again. */
const isSameClaim = (one: Mark, other: Mark): boolean =>
  one.kind === 'claim' &&
  other.kind === 'claim' &&
  one.number === other.number &&
  JSON.stringify(one.claim) === JSON.stringify(other.claim);

/** Whether the database or the reader's library says that its words stand in this article. */
const isOfThisArticle = ({ kind }: Mark): boolean => kind === 'claim' || kind === 'annotation';

/** The claims of each origin, in their order. */
function byOrigin(marks: readonly Mark[]): Map<string, Mark[]> {
  const origins = new Map<string, Mark[]>();
  for (const mark of marks) {
    const origin = mark.kind === 'claim' ? originName(mark.claim) : '';
    const there = origins.get(origin);
    if (there) there.push(mark);
    else origins.set(origin, [mark]);
  }
  return origins;
}

function place(mark: Mark, page: PageText, outcome: Outcome | undefined): void {
  const span = outcome && outcome.kind !== 'missing' ? outcome.span : null;
  mark.place = span ? 'found' : 'not found';
  mark.span = span;
  mark.ranges = span ? rangesOf(page, span) : [];
  mark.changes = outcome?.kind === 'edited' ? outcome.changes : [];
}

/** Characters of the article's own text, without that of the boxes in it. */
function shownLength({ segments, firstBoxed }: PageText): number {
  const last = segments[firstBoxed - 1];
  return last ? last.start + last.to - last.from : 0;
}

const wordsAt = (ranges: Range[]): string => squeeze(ranges.map((range) => range.toString()).join(''));

/** White space, and the sign that stands for it where a page uses the one that parts boxes, are no words. */
const squeeze = (words: string): string => words.replace(/[\s\uFFFC]+/gu, '');

import { findEdited } from '../anchoring/edited';
import { findAll } from '../anchoring/match';
import { type PageText, rangesOf, readPageText } from '../anchoring/page-text';
import type { OpenedArticle, Place, ReadingState, ReportedSighting } from '../contract';
import type { Annotation } from '../core/annotation';
import type { Quote } from '../core/quote';
import { isGated } from './gate';
import { annotationMark, claimMark, type Mark, markId } from './mark';
import { type ArticlePage, recogniseArticle } from './recognise';

/** One reading of one article: what the library and the claim database hold on it, and where that stands on the page now. */
export class Reading {
  marks: Mark[];
  page: PageText = { text: '', segments: [] };
  partlyShown = false;
  /** Characters of the longest text this page has shown: one that shrinks was cut. */
  #longest = 0;

  constructor(
    readonly article: ArticlePage,
    readonly opened: OpenedArticle,
  ) {
    this.marks = [
      ...(opened.claims?.claims.map((claim, i) => claimMark(claim, i + 1)) ?? []),
      ...opened.annotations.map(annotationMark),
    ];
  }

  /** Reads the page anew and places every mark on it. */
  look(): void {
    if (!this.article.body.isConnected || this.page.text === '') {
      this.article.body = recogniseArticle()?.body ?? this.article.body;
    }
    this.page = readPageText(this.article.body);
    this.#place(this.marks, this.page, 'found');
    const lost = this.marks.filter((mark) => mark.wanted && mark.place !== 'found');
    const whole = lost.length > 0 || isGated() ? readPageText(this.article.body, 'take') : this.page;
    this.#place(lost, whole, 'not shown');
    const cut = this.page.text.length < 0.8 * this.#longest;
    this.#longest = Math.max(this.#longest, whole.text.length);
    this.partlyShown = isGated() || cut || whole.text.length > 1.05 * this.page.text.length;
    if (isGated() || cut) this.#excuseTheEnd();
  }

  #place(marks: Mark[], page: PageText, place: Place): void {
    const spans = findAll(
      page.text,
      marks.map((mark) => mark.wanted ?? { exact: '', prefix: '', suffix: '' }),
    );
    for (const [i, mark] of marks.entries()) {
      const span = spans[i] ?? null;
      mark.place = span ? place : 'not found';
      mark.span = place === 'found' ? span : null;
      mark.ranges = mark.span ? rangesOf(page, mark.span) : [];
    }
  }

  /** Where a gate cut the text, what stood after the last claim that is left is not shown; what stood before is gone. */
  #excuseTheEnd(): void {
    const claims = this.marks.filter((mark) => mark.kind === 'claim');
    const lastFound = claims.findLastIndex((mark) => mark.place === 'found');
    for (const mark of claims.slice(lastFound + 1)) mark.place = 'not shown';
    for (const mark of this.marks) {
      if (mark.kind === 'annotation' && mark.wanted && mark.place === 'not found') mark.place = 'not shown';
    }
  }

  /** Forgets the place of every mark whose words are not where they were. @returns whether there was one */
  dropStale(): boolean {
    const stale = this.marks.filter((mark) => mark.span && wordsAt(mark.ranges) !== this.#wordsOf(mark));
    for (const mark of stale) {
      mark.ranges = [];
      mark.span = null;
    }
    return stale.length > 0;
  }

  #wordsOf(mark: Mark): string {
    const { start, end } = mark.span ?? { start: 0, end: 0 };
    return this.page.text.slice(start, end).replace(/\s+/gu, '');
  }

  /** Takes in what the library holds now of an annotation: new, changed, or in the bin. */
  put(annotation: Annotation): void {
    this.marks = this.marks.filter((mark) => markId(mark) !== annotation.id);
    if (annotation.deleted === null) this.marks.push(annotationMark(annotation));
  }

  /** Takes in the library's annotations of this article as they are now. */
  putAll(annotations: Annotation[]): void {
    this.marks = [...this.marks.filter((mark) => mark.kind === 'claim'), ...annotations.map(annotationMark)];
  }

  get claims(): Mark[] {
    return this.marks.filter((mark) => mark.kind === 'claim');
  }

  byId(id: string): Mark | null {
    return this.marks.find((mark) => markId(mark) === id) ?? null;
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

  /** How the quotes of the reader's highlights were found. What the page does not show says nothing of its words. */
  sightings(): ReportedSighting[] {
    const found: ReportedSighting[] = [];
    const lost: { id: string; quote: Quote }[] = [];
    for (const mark of this.marks) {
      if (mark.kind !== 'annotation' || mark.annotation.target.kind !== 'words') continue;
      const { id, target } = mark.annotation;
      if (mark.span) found.push({ id, outcome: 'found', start: mark.span.start / this.page.text.length });
      else if (mark.place === 'not found') lost.push({ id, quote: target.quote });
    }
    const edited = findEdited(
      this.page.text,
      lost.map(({ quote }) => quote),
    );
    return [
      ...found,
      ...lost.map(({ id }, i): ReportedSighting => {
        const words = edited[i] ?? null;
        return words === null ? { id, outcome: 'not found' } : { id, outcome: 'edited', words };
      }),
    ];
  }

  state(): ReadingState {
    return {
      article: { key: this.article.address.key, headline: this.article.headline },
      partlyShown: this.partlyShown,
      places: Object.fromEntries(
        this.marks
          .filter((mark) => mark.wanted)
          .map((mark) => [
            markId(mark),
            { place: mark.place, at: mark.span && mark.span.start / this.page.text.length },
          ]),
      ),
    };
  }
}

const wordsAt = (ranges: Range[]): string =>
  ranges
    .map((range) => range.toString())
    .join('')
    .replace(/\s+/gu, '');

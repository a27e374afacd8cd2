import { askBackground } from '../contract/ask';
import type { Annotation, AnnotationChange, Color, Target } from '../core/annotation';
import type { Quote } from '../core/quote';
import { uuidv7 } from '../core/uuid';
import { type Mark, markId } from './mark';
import type { Reading } from './reading';

/** The colour a highlight gets when the reader names none: the one chosen last. */
let lastColor: Color = 'yellow';

/** What the reader's hand does to a reading's annotations: asked of the background, then taken into the reading. */
export class Notes {
  /** Texts on their way to the library, or refused by it, by the mark they belong to: a card opened again shows these. */
  readonly #drafts = new Map<string, string>();
  /** New annotations on their way, or refused. */
  readonly #saves = new Map<string, { annotation: Annotation; done: Promise<string> }>();

  constructor(
    readonly reading: Reading,
    /** Called when the reading holds something new; done when the page was looked at for it. */
    readonly onChange: () => Promise<void>,
  ) {}

  get #articleKey(): string {
    return this.reading.article.address.key;
  }

  /** An annotation as it will be kept, for its card to open before that is done. */
  draft(target: Target, color: Color = lastColor, note = ''): Annotation {
    lastColor = color;
    const now = Date.now();
    const times = { created: now, updated: now, deleted: null };
    return { id: uuidv7(now), articleKey: this.#articleKey, target, color, note, tags: [], ...times };
  }

  /**
   * Keeps a drafted annotation. A text written on it meanwhile waits for this, and tries it again should it fail.
   * @returns the note as it is kept: on a claim another page may have written one
   */
  save(annotation: Annotation): Promise<string> {
    const { id, target, color, note } = annotation;
    const saved = askBackground('saveAnnotation', { articleKey: this.#articleKey, id, target, color, note });
    const taken = saved.then(async (kept) => {
      await this.#take(kept);
      return kept.note;
    });
    this.#saves.set(id, { annotation, done: taken });
    taken.then(() => this.#saves.delete(id)).catch(() => undefined);
    return taken;
  }

  /** The note on a mark as it is kept. */
  textOf(mark: Mark): string {
    const kept = mark.kind === 'annotation' ? mark.annotation : this.#onClaim(mark);
    return kept?.note ?? '';
  }

  /** The text on its way to a mark's note, or refused by the library. */
  draftOf(mark: Mark): string | undefined {
    return this.#drafts.get(markId(mark));
  }

  #onClaim(mark: Mark): Annotation | null {
    return mark.kind === 'claim' ? this.reading.noteOn(mark.claim.id) : null;
  }

  /**
   * Keeps the text of a note. Until that is done, and when it fails, the text stays here.
   * @param from the text it was made of
   * @returns the note as it is kept
   */
  async write(mark: Mark, text: string, from: string): Promise<string> {
    const id = markId(mark);
    this.#drafts.set(id, text);
    const kept = await this.#store(mark, text, from);
    if (this.#drafts.get(id) === text) this.#drafts.delete(id);
    return kept;
  }

  /** On an own highlight, or on a claim, where an emptied note goes to the bin. */
  async #store(mark: Mark, text: string, from: string): Promise<string> {
    if (mark.kind === 'annotation') {
      const { id } = mark.annotation;
      const save = this.#saves.get(id);
      await save?.done.catch(() => this.save(save.annotation));
      return this.change(id, { note: text }, from);
    }
    // Terms, and what others highlighted, have no note of the reader's.
    if (mark.kind === 'term' || mark.kind === 'shared') return text;
    const kept = this.reading.noteOn(mark.claim.id);
    if (kept && text.trim() !== '') return this.change(kept.id, { note: text }, from);
    if (kept) await this.remove(kept.id);
    else if (text.trim() !== '') {
      const { id, statement } = mark.claim;
      return this.save(this.draft({ kind: 'claim', claimId: id, statement }, undefined, text));
    }
    return text;
  }

  /** @param from the text that a changed note was made of @returns the note as it is kept */
  async change(id: string, { color, note }: AnnotationChange, from = ''): Promise<string> {
    if (color) lastColor = color;
    const change = { ...(color && { color }), ...(note !== undefined && { note, from }) };
    const kept = await askBackground('changeAnnotation', { articleKey: this.#articleKey, id, change });
    await this.#take(kept);
    return kept.note;
  }

  async remove(id: string): Promise<void> {
    await this.#take(await askBackground('deleteAnnotation', { articleKey: this.#articleKey, id }));
  }

  async restore(id: string): Promise<void> {
    await this.#take(await askBackground('restoreAnnotation', { articleKey: this.#articleKey, id }));
  }

  /** Attaches a highlight to other words. */
  async reattach(id: string, quote: Quote): Promise<void> {
    await this.#take(await askBackground('reattachAnnotation', { articleKey: this.#articleKey, id, quote }));
  }

  async #take(annotation: Annotation): Promise<void> {
    this.reading.put(annotation);
    await this.onChange();
  }
}

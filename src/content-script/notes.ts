import { askBackground } from '../contract';
import type { Annotation, AnnotationChange, Color, Target } from '../core/annotation';
import { uuidv7 } from '../core/uuid';
import { type Mark, markId } from './mark';
import type { Reading } from './reading';

/** The colour a highlight gets when the reader names none: the one chosen last. */
let lastColor: Color = 'yellow';

/** What the reader's hand does to a reading's annotations: asked of the background, then taken into the reading. */
export class Notes {
  /** Texts on their way to the library, or refused by it, by the mark they belong to: a card opened again shows these. */
  readonly #drafts = new Map<string, string>();

  constructor(
    readonly reading: Reading,
    /** Called when the reading holds something new. */
    readonly onChange: () => void,
  ) {}

  get #articleKey(): string {
    return this.reading.article.address.key;
  }

  async highlight(target: Target, color: Color = lastColor, note = ''): Promise<Annotation> {
    lastColor = color;
    return this.#take(
      await askBackground('saveAnnotation', { articleKey: this.#articleKey, id: uuidv7(), target, color, note }),
    );
  }

  /** The note on a mark as the reader left it. */
  textOf(mark: Mark): string {
    const kept = mark.kind === 'annotation' ? mark.annotation : this.reading.noteOn(mark.claim.id);
    return this.#drafts.get(markId(mark)) ?? kept?.note ?? '';
  }

  /** Keeps the text of a note. Until that is done, and when it fails, the text stays here. */
  async write(mark: Mark, text: string): Promise<void> {
    const id = markId(mark);
    this.#drafts.set(id, text);
    await this.#store(mark, text);
    if (this.#drafts.get(id) === text) this.#drafts.delete(id);
  }

  /** On an own highlight, or on a claim, where an emptied note goes to the bin. */
  async #store(mark: Mark, text: string): Promise<void> {
    if (mark.kind === 'annotation') {
      await this.change(mark.annotation.id, { note: text });
      return;
    }
    const kept = this.reading.noteOn(mark.claim.id);
    if (kept && text.trim() === '') await this.remove(kept.id);
    else if (kept) await this.change(kept.id, { note: text });
    else if (text.trim() !== '') {
      const { id, statement } = mark.claim;
      await this.highlight({ kind: 'claim', claimId: id, statement }, undefined, text);
    }
  }

  async change(id: string, { color, note }: AnnotationChange): Promise<void> {
    if (color) lastColor = color;
    const change = { ...(color && { color }), ...(note !== undefined && { note }) };
    this.#take(await askBackground('changeAnnotation', { articleKey: this.#articleKey, id, change }));
  }

  async remove(id: string): Promise<void> {
    this.#take(await askBackground('deleteAnnotation', { articleKey: this.#articleKey, id }));
  }

  async restore(id: string): Promise<void> {
    this.#take(await askBackground('restoreAnnotation', { articleKey: this.#articleKey, id }));
  }

  #take(annotation: Annotation): Annotation {
    this.reading.put(annotation);
    this.onChange();
    return annotation;
  }
}

import type { Annotation } from '../../core/annotation';
import type { ClaimStance, Stance } from '../../core/stance';
import { uuidv7 } from '../../core/uuid';
import { t } from '../../i18n/messages';
import { sentenceOf } from '../../i18n/worded';
import { annotationById, saveAnnotation } from '../../store/annotations';
import { takeStance } from '../../store/stances';
import type { Work } from '../work/use-work';

/** The note that is being written: its many savings are one step back. */
export interface NoteInWriting {
  id: string | null;
}

/** Says something else to a claim, or with `null` nothing any more; the way back is the record as it was. */
export async function changeStance(work: Work, kept: ClaimStance, stance: Stance | null): Promise<void> {
  try {
    const { claimId, articleKey, statement } = kept;
    await takeStance({ claimId, articleKey, statement }, stance);
    work.made(stance ? t('stances_you_said', { stance: t(`stance_i_${stance}`) }) : t('stances_took_back'), {
      kind: 'stance',
      kept,
    });
  } catch (error) {
    work.say(t('say_failed', { reason: sentenceOf(error) }));
  }
}

/**
 * Keeps why the reader holds a stance: their note on the claim, as its card writes it. Emptied, it goes to the bin.
 * Rejects when it cannot be kept. @returns the note as it is kept
 */
export async function writeReason(
  work: Work,
  { articleKey, claimId, statement }: ClaimStance,
  note: Annotation | null,
  text: string,
  from: string,
  writing: NoteInWriting,
): Promise<string> {
  const id = note?.id ?? writing.id;
  if (id === null) {
    if (text.trim() === '') return text;
    writing.id = uuidv7(Date.now());
    const target = { kind: 'claim', claimId, statement } as const;
    await saveAnnotation({ id: writing.id, articleKey, target, color: 'yellow', note: text });
    const back = { id: writing.id, change: { deleted: Date.now() } };
    work.made(t('stances_noted'), { kind: 'patches', patches: [back] }, true);
    return text;
  }
  const again = writing.id === id;
  writing.id = id;
  const deleted = text.trim() === '' ? Date.now() : null;
  // An emptied note keeps its last words in the bin.
  const change = deleted === null ? { note: text, deleted } : { deleted };
  await work.patch(t('stances_note_changed'), [{ id, change, from }], again ? 'joined' : 'quiet');
  return deleted === null ? ((await annotationById(id))?.note ?? text) : text;
}

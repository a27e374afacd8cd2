import type { BackgroundAnswers } from '../contract/background';
import { takeDailySnapshot } from '../store/snapshots';

/** A reading, or a write: the occasions for the day's snapshot. */
const OCCASIONS = ['openArticle', 'saveAnnotation', 'changeAnnotation', 'deleteAnnotation'] as const;

/**
 * The same answers, with the day's snapshot taken when one of these was given. The page does not wait for it, and its
 * failure is not the answer's: tomorrow there is another.
 */
export function withDailySnapshots(answers: BackgroundAnswers): BackgroundAnswers {
  const snapshot = () => takeDailySnapshot().catch((error: unknown) => console.warn('No snapshot today:', error));
  const watched = { ...answers };
  for (const verb of OCCASIONS) {
    const answer = answers[verb] as (...args: unknown[]) => Promise<never>;
    watched[verb] = async (...args: unknown[]) => {
      const given = await answer(...args);
      void snapshot();
      return given;
    };
  }
  return watched;
}

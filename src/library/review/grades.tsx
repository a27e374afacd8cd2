import type { CardState, Grade } from '../../core/review';
import { type Key, t } from '../../i18n/messages';
import { intervalInWords } from './days';
import { afterEachGrade } from './schedule';

/** A grade as the reader says it. */
const GRADE_NAMES: Record<Grade, Key> = { 1: 'review_again', 2: 'review_hard', 3: 'review_good', 4: 'review_easy' };

interface GradesProps {
  card: CardState | null;
  now: number;
  grade: (grade: Grade) => void;
}

/** The four grades, each with the time until the item is asked again. */
export function Grades({ card, now, grade: give }: GradesProps) {
  return (
    <fieldset class="grades" aria-label={t('review_how_well')}>
      {afterEachGrade(card, now).map(({ grade, next }) => (
        <button key={grade} type="button" aria-keyshortcuts={String(grade)} onClick={() => give(grade)}>
          <kbd>{grade}</kbd>
          <strong>{t(GRADE_NAMES[grade])}</strong>
          <span class="small quiet">{intervalInWords(next.due - now)}</span>
        </button>
      ))}
    </fieldset>
  );
}

import type { CardState, Grade } from '../../core/review';
import { intervalInWords } from './days';
import { afterEachGrade } from './schedule';

/** A grade as the reader says it. */
const GRADE_NAMES: Record<Grade, string> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' };

interface GradesProps {
  card: CardState | null;
  now: number;
  grade: (grade: Grade) => void;
}

/** The four grades, each with the time until the item is asked again. */
export function Grades({ card, now, grade: give }: GradesProps) {
  return (
    <fieldset class="grades" aria-label="How well did you recall it?">
      {afterEachGrade(card, now).map(({ grade, next }) => (
        <button key={grade} type="button" aria-keyshortcuts={String(grade)} onClick={() => give(grade)}>
          <kbd>{grade}</kbd>
          <strong>{GRADE_NAMES[grade]}</strong>
          <span class="small quiet">{intervalInWords(next.due - now)}</span>
        </button>
      ))}
    </fieldset>
  );
}

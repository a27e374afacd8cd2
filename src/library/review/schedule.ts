import { type Card, createEmptyCard, type Grade as FsrsGrade, fsrs, State } from 'ts-fsrs';
import { type CardState, GRADES, type Grade } from '../../core/review';

/**
 * When an item is asked again: FSRS-6 with its published default parameters
 * (https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm), aiming at nine of ten recalled. No fuzz: the
 * same grades at the same times give the same dates. One short step of ten minutes, so that what was not recalled comes
 * back once in the same sitting; from then on whole days.
 */
const scheduler = fsrs({
  enable_fuzz: false,
  request_retention: 0.9,
  maximum_interval: 3650,
  learning_steps: ['10m'],
  relearning_steps: ['10m'],
});

/** The card after a grade. @param card `null` for an item never graded @param now milliseconds since 1970 */
export const afterGrade = (card: CardState | null, grade: Grade, now: number): CardState =>
  fromFsrs(scheduler.next(toFsrs(card, now), new Date(now), grade as number as FsrsGrade).card, now);

/** The card after each of the four grades, for the reader to see what a grade means. */
export const afterEachGrade = (card: CardState | null, now: number): { grade: Grade; next: CardState }[] =>
  GRADES.map((grade) => ({ grade, next: afterGrade(card, grade, now) }));

const STATES = { learning: State.Learning, review: State.Review, relearning: State.Relearning } as const;

function toFsrs(card: CardState | null, now: number): Card {
  if (!card) return createEmptyCard(new Date(now));
  const { due, stability, difficulty, scheduledDays, learningSteps, reps, lapses, state, lastReview } = card;
  return {
    due: new Date(due),
    stability,
    difficulty,
    // Deprecated in ts-fsrs and computed from the last review there.
    elapsed_days: 0,
    scheduled_days: scheduledDays,
    learning_steps: learningSteps,
    reps,
    lapses,
    state: STATES[state],
    last_review: new Date(lastReview),
  };
}

const fromFsrs = (card: Card, now: number): CardState => ({
  due: card.due.getTime(),
  stability: card.stability,
  difficulty: card.difficulty,
  scheduledDays: card.scheduled_days,
  learningSteps: card.learning_steps,
  reps: card.reps,
  lapses: card.lapses,
  state: card.state === State.Review ? 'review' : card.state === State.Relearning ? 'relearning' : 'learning',
  lastReview: card.last_review?.getTime() ?? now,
});

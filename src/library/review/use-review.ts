import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { askBackground } from '../../contract';
import { dayStart } from '../../core/day';
import type { Grade } from '../../core/review';
import type { QueuedItem } from '../../core/review-queue';
import { uuidv7 } from '../../core/uuid';
import { allAnnotations } from '../../store/annotations';
import { live } from '../../store/live';
import { buryItem, keepGrade, pauseItem, undoGrade } from '../../store/reviews';
import { openedCounterargument } from '../../store/stances';
import { useLive } from '../../ui/use-live';
import { type Question, type ReviewDay, readReviewMoment, readReviewReading, reviewDayOf } from './review-day';
import { afterGrade } from './schedule';

/** Milliseconds after which the queue is looked at anew: what is learned comes back within minutes. */
const TICK = 30_000;

/** A sitting: the question at hand and what the reader can do with it. */
export interface Sitting {
  day: ReviewDay | undefined;
  question: Question | null;
  revealed: boolean;
  /** What was just done, or why it was not. */
  said: string;
  reveal: () => void;
  grade: (grade: Grade) => void;
  undo: () => void;
  bury: () => void;
  pause: () => void;
  /** Asks for new items beyond today's goal. */
  askMore: (count: number) => void;
}

/** An item as it is asked: once graded it is another. */
const turnOf = ({ id, card }: QueuedItem): string => `${id}#${card?.reps ?? 0}`;

/** The sitting of this page: what is asked now, in the library's order, and what each of the reader's acts does. */
export function useReview(now: () => number): Sitting {
  const [tick, setTick] = useState(0);
  const [more, setMore] = useState(0);
  const [shown, setShown] = useState<{ id: string | null; revealed: boolean }>({ id: null, revealed: false });
  const [said, setSaid] = useState('');
  /** The turns answered, until the library's next answer leaves them out. */
  const answered = useRef(new Set<string>());
  const busy = useRef(false);
  useEffect(() => {
    const timer = setInterval(() => setTick((count) => count + 1), TICK);
    return () => clearInterval(timer);
  }, []);
  const annotations = useLive(() => live(allAnnotations), []);
  const reading = useLive(() => live(readReviewReading), []);
  const moment = useLive(() => live(() => readReviewMoment(now())), [tick]);
  const day = useMemo(
    () => (moment && annotations && reading ? reviewDayOf(moment, annotations, reading, more) : undefined),
    [moment, annotations, reading, more],
  );
  useEffect(() => {
    // The toolbar button counts along.
    if (day) askBackground('showDue', {}).catch(() => undefined);
  }, [day?.questions.length, day?.badge]);

  const open = day?.questions.filter(({ item }) => !answered.current.has(turnOf(item))) ?? [];
  const question = open.find(({ item }) => item.id === shown.id) ?? open[0] ?? null;
  const revealed = shown.revealed && question?.item.id === shown.id;

  const act = async (deed: () => Promise<string>) => {
    if (busy.current) return;
    busy.current = true;
    try {
      setSaid(await deed());
    } catch (error) {
      setSaid(`That did not work: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      busy.current = false;
    }
  };
  /** Does something with the question that takes it out of the queue. */
  const settle = (deed: (item: QueuedItem) => Promise<string>) => {
    if (!question) return;
    const { item } = question;
    void act(async () => {
      const words = await deed(item);
      answered.current.add(turnOf(item));
      setShown({ id: null, revealed: false });
      return words;
    });
  };

  return {
    day,
    question,
    revealed,
    said,
    reveal: () => {
      if (!question) return;
      setShown({ id: question.item.id, revealed: true });
      setSaid('');
      if (question.kind !== 'claim') return;
      const { claim, article } = question;
      // To compare is to read: stances taken from now on are "after".
      const read = { claimId: claim.id, articleKey: article.key, statement: claim.statement };
      void openedCounterargument(read, now()).catch(() => undefined);
    },
    grade: (grade) =>
      settle(async (item) => {
        const time = now();
        const after = afterGrade(item.card, grade, time);
        await keepGrade(item, { id: uuidv7(time), grade, time, before: item.card, after });
        return '';
      }),
    undo: () =>
      void act(async () => {
        const id = await undoGrade(dayStart(now()));
        if (id === null) return 'No grade of today to take back.';
        answered.current.clear();
        setShown({ id, revealed: false });
        return 'Last grade taken back.';
      }),
    bury: () => settle((item) => buryItem(item, dayStart(now(), 1)).then(() => 'Put off until tomorrow.')),
    pause: () => settle((item) => pauseItem(item).then(() => 'Paused. It is listed below, to be resumed.')),
    askMore: (count) => setMore(more + count),
  };
}

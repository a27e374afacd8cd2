import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { askBackground } from '../../contract/ask';
import { dayStart } from '../../core/day';
import type { Grade, ReviewItem } from '../../core/review';
import type { QueuedItem } from '../../core/review-queue';
import { uuidv7 } from '../../core/uuid';
import { t } from '../../i18n/messages';
import { sentenceOf } from '../../i18n/worded';
import { live } from '../../store/live';
import { keepGrade, type SetAside, setItemAside } from '../../store/reviews';
import { openedCounterargument } from '../../store/stances';
import { useLive } from '../../ui/use-live';
import type { Kept } from '../kept';
import { canUndoReview, didReview, undoReview } from './acts';
import { overviewOf, type ReviewOverview, readKnownArticles, readReviewMoment } from './overview';
import { type Question, type ReviewQueue, readReviewQueue } from './review-queue';
import { afterGrade } from './schedule';

/** Milliseconds after which the queue is looked at anew: what is learned comes back within minutes. */
const TICK = 30_000;

/** A sitting: the question at hand and what the reader can do with it. */
export interface Sitting {
  /** `undefined` until it is read. */
  queue: ReviewQueue | undefined;
  /** `undefined` until the whole library is read. */
  overview: ReviewOverview | undefined;
  question: Question | null;
  revealed: boolean;
  /** What was just done, or why it was not. */
  said: string;
  reveal: () => void;
  grade: (grade: Grade) => void;
  /** `null` when there is nothing to take back. */
  undo: (() => void) | null;
  bury: () => void;
  pause: () => void;
  /** Asks an item again that was paused or buried. */
  resume: (item: ReviewItem) => void;
  /** Asks for new items beyond today's goal. */
  askMore: (count: number) => void;
}

/** An item as it is asked: once graded it is another. */
const turnOf = ({ id, card }: QueuedItem): string => `${id}#${card?.reps ?? 0}`;

/** The sitting of this page: what is asked now, in the library's order, and what each of the reader's acts does. */
export function useReview(kept: Kept, now: () => number): Sitting {
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
  const queue = useLive(() => live(() => readReviewQueue(now(), more)), [tick, more]);
  const isRead = kept.stage === 'all' || kept.stage === 'indexed';
  // After the questions: these must not wait for it.
  const moment = useLive(() => live(async () => (queue ? readReviewMoment(now()) : null)), [tick, queue === undefined]);
  const known = useLive(() => live(async () => (queue ? readKnownArticles() : null)), [queue === undefined]);
  const overview = useMemo(
    () => (moment && known && queue && isRead ? overviewOf(moment, known, kept, queue) : undefined),
    [moment, known, queue, isRead, kept.version],
  );
  useEffect(() => {
    // The toolbar button counts along.
    if (queue) askBackground('showDue', {}).catch(() => undefined);
  }, [queue?.questions.length, queue?.badge]);

  const open = queue?.questions.filter(({ item }) => !answered.current.has(turnOf(item))) ?? [];
  const question = open.find(({ item }) => item.id === shown.id) ?? open[0] ?? null;
  const revealed = shown.revealed && question?.item.id === shown.id;

  const act = async (deed: () => Promise<string>) => {
    if (busy.current) return;
    busy.current = true;
    try {
      setSaid(await deed());
    } catch (error) {
      setSaid(t('say_failed', { reason: sentenceOf(error) }));
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

  const setAside = async (item: ReviewItem, change: Partial<SetAside>, words: string) => {
    const { id, articleKey, subject } = item;
    const before = await setItemAside(item, change);
    didReview({ kind: 'aside', item: { id, articleKey, subject }, before });
    return words;
  };

  return {
    queue,
    overview,
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
        const id = uuidv7(time);
        await keepGrade(item, { id, grade, time, before: item.card, after });
        didReview({ kind: 'grade', id });
        return '';
      }),
    undo:
      canUndoReview() || (queue?.done ?? 0) > 0
        ? () =>
            void act(async () => {
              const undone = await undoReview(now());
              if (!undone) return t('review_no_undo');
              answered.current.clear();
              setShown({ id: undone.itemId, revealed: false });
              return t(undone.what === 'grade' ? 'review_grade_back' : 'review_as_before');
            })
        : null,
    bury: () => settle((item) => setAside(item, { buriedUntil: dayStart(now(), 1) }, t('review_put_off'))),
    pause: () => settle((item) => setAside(item, { paused: true }, t('review_is_paused'))),
    resume: (item) => void act(() => setAside(item, { paused: false, buriedUntil: null }, t('review_asked_again'))),
    askMore: (count) => setMore(more + count),
  };
}

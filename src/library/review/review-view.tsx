import './review.css';
import { useEffect } from 'preact/hooks';
import type { Kept } from '../kept';
import { intervalInWords } from './days';
import { DuePlot } from './due-plot';
import { HeatMap } from './heat-map';
import type { ReviewOverview } from './overview';
import { QuestionCard } from './question-card';
import { SetAside, WhatIsReviewed } from './review-choices';
import type { ReviewQueue } from './review-queue';
import { type Sitting, useReview } from './use-review';
import { useReviewKeys } from './use-review-keys';

/** How many new items the reader gets on asking for more. */
const MORE = 10;

/** The daily review: one question at a time, then how the days went and what comes. @param now the clock, for tests */
export function ReviewView({ kept, now = Date.now }: { kept: Kept; now?: () => number }) {
  const sitting = useReview(kept, now);
  useReviewKeys(sitting);
  const { queue, overview, question, said } = sitting;
  useEffect(() => {
    if (queue) kept.goOn();
  }, [queue]);
  if (!queue) return <p class="quiet">Opening the library…</p>;
  return (
    <div class="review">
      <section class="sitting" aria-label="Review">
        <Progress queue={queue} />
        {question ? (
          <QuestionCard
            key={question.item.id}
            sitting={sitting}
            question={question}
            noteOn={(claimId) => noteOn(claimId, kept)}
            now={now}
          />
        ) : (
          overview && <NothingDue overview={overview} done={queue.done} sitting={sitting} now={now()} />
        )}
        <p class="said small" role="status">
          {said}
        </p>
      </section>
      {overview && (
        <>
          {(overview.total > 0 || queue.done > 0) && (
            <div class="days">
              <HeatMap weeks={overview.weeks} goal={queue.goal} />
              <DuePlot forecast={overview.forecast} />
            </div>
          )}
          <SetAside aside={overview.aside} resume={sitting.resume} />
          <WhatIsReviewed queue={queue} articles={overview.articles} />
        </>
      )}
    </div>
  );
}

/** The reader's note on a claim; empty when there is none. */
function noteOn(claimId: string, { byId }: Kept): string {
  for (const { target, note, deleted } of byId.values()) {
    if (target.kind === 'claim' && target.claimId === claimId && deleted === null) return note;
  }
  return '';
}

function Progress({ queue: { done, goal, questions } }: { queue: ReviewQueue }) {
  return (
    <header class="progress">
      <h2>Review</h2>
      <p class="small quiet">
        <span>{`${done} of ${goal} today${done >= goal ? ', goal reached' : ''}`}</span>
        <span class="due-count">{`${questions.length} due`}</span>
      </p>
      <progress max={goal} value={Math.min(done, goal)} aria-label="Today’s goal" />
    </header>
  );
}

interface NothingDueProps {
  overview: ReviewOverview;
  /** Reviews given today. */
  done: number;
  sitting: Sitting;
  now: number;
}

function NothingDue({ overview: { total, waiting, soon, forecast }, done, sitting, now }: NothingDueProps) {
  if (total === 0) {
    return (
      <div class="nothing">
        <h3>Nothing to review yet</h3>
        <p class="quiet">
          A highlight with a note comes here by itself: you will see the words and recall what you noted. Of an article
          that Counterpoint knows you can review the claims too: switch them on below.
        </p>
      </div>
    );
  }
  const next = forecast.find(({ count }, i) => i > 0 && count > 0);
  const when =
    next && new Intl.DateTimeFormat('en', { weekday: 'long', month: 'long', day: 'numeric' }).format(next.day);
  return (
    <div class="nothing">
      <h3>{soon !== null ? 'Done for the moment' : done > 0 ? 'Done for today' : 'Nothing due today'}</h3>
      <p class="quiet">
        {soon !== null
          ? `What you did not recall well comes back in ${intervalInWords(soon - now)}.`
          : next
            ? `Next: ${next.count} on ${when}.`
            : 'Nothing is due within the next two weeks.'}
      </p>
      <p class="deeds">
        {waiting > 0 && (
          <button type="button" class="button" onClick={() => sitting.askMore(MORE)}>
            {waiting === 1 ? 'Review one more new one' : `Review ${Math.min(MORE, waiting)} more new ones`}
          </button>
        )}
        {sitting.undo && (
          <button type="button" class="link" aria-keyshortcuts="u" onClick={sitting.undo}>
            Undo
          </button>
        )}
      </p>
    </div>
  );
}

import './review.css';
import { useEffect } from 'preact/hooks';
import { counted, locale, t } from '../../i18n/messages';
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
  if (!queue) return <p class="quiet">{t('stances_opening')}</p>;
  return (
    <div class="review">
      <section class="sitting" aria-label={t('settings_review')}>
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
          {overview.away > 0 && <p class="small quiet">{counted('review_away', overview.away)}</p>}
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
      <h2>{t('settings_review')}</h2>
      <p class="small quiet">
        <span>{t(done >= goal ? 'review_reached' : 'review_progress', { done, goal })}</span>
        <span class="due-count">{t('popup_due', { count: questions.length })}</span>
      </p>
      <progress max={goal} value={Math.min(done, goal)} aria-label={t('review_goal_today')} />
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
        <h3>{t('review_nothing')}</h3>
        <p class="quiet">{t('review_nothing_about')}</p>
      </div>
    );
  }
  const next = forecast.find(({ count }, i) => i > 0 && count > 0);
  const when =
    next && new Intl.DateTimeFormat(locale(), { weekday: 'long', month: 'long', day: 'numeric' }).format(next.day);
  return (
    <div class="nothing">
      <h3>{t(soon !== null ? 'review_done_moment' : done > 0 ? 'review_done_today' : 'review_nothing_today')}</h3>
      <p class="quiet">
        {soon !== null
          ? t('review_soon', { interval: intervalInWords(soon - now) })
          : next && when
            ? t('review_next', { count: next.count, day: when })
            : t('review_none_soon')}
      </p>
      <p class="deeds">
        {waiting > 0 && (
          <button type="button" class="button" onClick={() => sitting.askMore(MORE)}>
            {counted('review_more', Math.min(MORE, waiting))}
          </button>
        )}
        {sitting.undo && (
          <button type="button" class="link" aria-keyshortcuts="u" onClick={sitting.undo}>
            {t('undo')}
          </button>
        )}
      </p>
    </div>
  );
}

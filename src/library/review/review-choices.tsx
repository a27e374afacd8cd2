import type { ReviewItem } from '../../core/review';
import { t } from '../../i18n/messages';
import { changeReviewChoice, changeReviewSettings, LARGEST_GOAL } from '../../store/review-settings';
import { dayInWords } from '../../ui/dates';
import { useBox } from '../../ui/use-box';
import type { ReviewArticle, ReviewOverview } from './overview';
import type { ReviewQueue } from './review-queue';

/** What was paused or put off, each with the way back. */
export function SetAside(props: { aside: ReviewOverview['aside']; resume: (item: ReviewItem) => void }) {
  const { aside, resume } = props;
  if (aside.length === 0) return null;
  return (
    <details class="aside">
      <summary>{t('review_aside', { count: aside.length })}</summary>
      <ul>
        {aside.map(({ review, label }) => (
          <li key={review.id}>
            <span class="label">{label}</span>
            <span class="small quiet">
              {review.paused ? t('review_paused') : t('review_until', { day: dayInWords(review.buriedUntil ?? 0) })}
            </span>
            <button
              type="button"
              class="link small"
              aria-label={t('review_resume_item', { label })}
              onClick={() => resume(review)}
            >
              {t('review_resume')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The daily goal, the count on the toolbar button, and what of each article is reviewed. */
export function WhatIsReviewed(props: { queue: ReviewQueue; articles: ReviewArticle[] }) {
  const { articles } = props;
  const { goal, badge } = props.queue;
  const badgeBox = useBox(badge, (wanted) => changeReviewSettings({ badge: wanted }));
  return (
    <details class="choices">
      <summary>{t('review_what')}</summary>
      <p class="fields">
        <label>
          {t('settings_goal')}{' '}
          <input
            type="number"
            min={1}
            max={LARGEST_GOAL}
            value={goal}
            onChange={({ currentTarget }) => {
              const wanted = currentTarget.valueAsNumber;
              void changeReviewSettings({ goal: wanted });
              if (!currentTarget.validity.valid || !Number.isInteger(wanted)) currentTarget.value = String(goal);
            }}
          />
        </label>
        <label>
          <input {...badgeBox} /> {t('review_badge')}
        </label>
      </p>
      {articles.length > 0 && (
        <table>
          <thead>
            <tr class="small quiet">
              <th scope="col">{t('review_article')}</th>
              <th scope="col">{t('review_notes')}</th>
              <th scope="col">{t('claims_heading')}</th>
            </tr>
          </thead>
          <tbody>
            {articles.map((article) => (
              <ArticleRow key={article.key} article={article} />
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}

function ArticleRow({ article: { key, claimsKey, headline, notes, claims } }: { article: ReviewArticle }) {
  return (
    <tr>
      <th scope="row">{headline}</th>
      <td>
        <Choice
          {...notes}
          label={t('review_notes_on', { headline })}
          choose={(on) => changeReviewChoice(key, { notes: on })}
        />
      </td>
      <td>
        <Choice
          {...claims}
          label={t('review_claims_of', { headline })}
          choose={(on) => claimsKey && changeReviewChoice(claimsKey, { claims: on })}
        />
      </td>
    </tr>
  );
}

interface ChoiceProps {
  count: number;
  on: boolean;
  label: string;
  choose: (on: boolean) => unknown;
}

function Choice({ count, on, label, choose }: ChoiceProps) {
  const box = useBox(on, choose);
  if (count === 0) return <span class="quiet">–</span>;
  return (
    <label>
      <input aria-label={label} {...box} /> {count}
    </label>
  );
}

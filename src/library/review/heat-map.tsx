import { counted, locale, t } from '../../i18n/messages';
import { type DayCount, levelOf } from './days';

/** On which days the reader reviewed: a column a week, a row a weekday, darker for more; in words for those who do not see it. */
export function HeatMap({ weeks, goal }: { weeks: DayCount[][]; goal: number }) {
  const format = new Intl.DateTimeFormat(locale(), { weekday: 'short', month: 'short', day: 'numeric' });
  const told = ({ day, count }: DayCount): string =>
    t(count === 0 ? 'review_day_none' : 'review_day_count', { day: format.format(day), count });
  const days = weeks.flat();
  const reviewed = days.filter(({ count }) => count > 0);
  const sum = reviewed.reduce((total, { count }) => total + count, 0);
  return (
    <figure class="heat-map">
      <figcaption>
        <strong class="small">{counted('review_last_weeks', weeks.length)}</strong>
        <span class="small quiet">
          {counted('review_on_days', reviewed.length, { reviews: counted('review_reviews', sum) })}
        </span>
      </figcaption>
      <div class="grid" aria-hidden="true">
        {days.map((day) => (
          <i key={day.day} class={`level-${levelOf(day.count, goal)}`} title={told(day)} />
        ))}
      </div>
      {reviewed.length > 0 && (
        <ul class="unseen" aria-label={t('review_days_with')}>
          {reviewed.map((day) => (
            <li key={day.day}>{told(day)}</li>
          ))}
        </ul>
      )}
    </figure>
  );
}

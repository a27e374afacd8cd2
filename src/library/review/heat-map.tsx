import { type DayCount, levelOf } from './days';

const DAY = new Intl.DateTimeFormat('en', { weekday: 'short', month: 'short', day: 'numeric' });
const told = ({ day, count }: DayCount): string => `${DAY.format(day)}: ${count === 0 ? 'none' : count}`;

/** On which days the reader reviewed: a column a week, a row a weekday, darker for more; in words for those who do not see it. */
export function HeatMap({ weeks, goal }: { weeks: DayCount[][]; goal: number }) {
  const days = weeks.flat();
  const reviewed = days.filter(({ count }) => count > 0);
  const sum = reviewed.reduce((total, { count }) => total + count, 0);
  return (
    <figure class="heat-map">
      <figcaption>
        <strong class="small">{`Last ${weeks.length} weeks`}</strong>
        <span class="small quiet">{`${sum} ${sum === 1 ? 'review' : 'reviews'} on ${reviewed.length} ${reviewed.length === 1 ? 'day' : 'days'}`}</span>
      </figcaption>
      <div class="grid" aria-hidden="true">
        {days.map((day) => (
          <i key={day.day} class={`level-${levelOf(day.count, goal)}`} title={told(day)} />
        ))}
      </div>
      {reviewed.length > 0 && (
        <ul class="unseen" aria-label="Days with reviews">
          {reviewed.map((day) => (
            <li key={day.day}>{told(day)}</li>
          ))}
        </ul>
      )}
    </figure>
  );
}

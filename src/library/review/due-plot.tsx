import { counted, locale, t } from '../../i18n/messages';
import type { DayCount } from './days';

/** The plot's measures, in its own units: a column's width, the bars' greatest height, and the room above and below them. */
const COLUMN = 20;
const HEIGHT = 56;
const ABOVE = 14;
const BELOW = 18;

/** What is due on each of the next days, as bars; the same as a list for those who do not see it. */
export function DuePlot({ forecast }: { forecast: DayCount[] }) {
  const most = Math.max(1, ...forecast.map(({ count }) => count));
  const sum = forecast.reduce((total, { count }) => total + count, 0);
  const long = new Intl.DateTimeFormat(locale(), { weekday: 'long', month: 'long', day: 'numeric' });
  const narrow = new Intl.DateTimeFormat(locale(), { weekday: 'narrow' });
  const floor = ABOVE + HEIGHT;
  return (
    <figure class="due-plot">
      <figcaption>
        <strong class="small">{counted('review_next_days', forecast.length)}</strong>
        <span class="small quiet">{t('popup_due', { count: sum })}</span>
      </figcaption>
      <svg viewBox={`0 0 ${forecast.length * COLUMN} ${floor + BELOW}`} aria-hidden="true">
        <line x1="0" x2={forecast.length * COLUMN} y1={floor + 0.5} y2={floor + 0.5} />
        {forecast.map(({ day, count }, i) => {
          const height = (count / most) * HEIGHT;
          const middle = i * COLUMN + COLUMN / 2;
          return (
            <g key={day} class={i === 0 ? 'today' : ''}>
              <rect x={i * COLUMN + 4} width={COLUMN - 8} y={floor - height} height={height} rx="1.5" />
              {count > 0 && (
                <text x={middle} y={floor - height - 4}>
                  {count}
                </text>
              )}
              <text class="weekday" x={middle} y={floor + 13}>
                {narrow.format(day)}
              </text>
            </g>
          );
        })}
      </svg>
      <ul class="unseen" aria-label={t('review_due_by_day')}>
        {forecast.map(({ day, count }, i) => (
          <li key={day}>
            {t('review_day_due', {
              day: i === 0 ? t('since_today') : long.format(day),
              due: t('popup_due', { count }),
            })}
          </li>
        ))}
      </ul>
    </figure>
  );
}

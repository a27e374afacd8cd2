import type { ArticleClaims } from '../core/claim';
import { direction, t } from '../i18n/messages';
import { Citations } from '../ui/arguments';
import { dayInWords, publishedInWords } from '../ui/dates';
import { ENGLISH } from '../ui/english';
import { shareOf, yearsBetween } from './time-scale';

interface TimeLineProps {
  claims: ArticleClaims;
  /** Milliseconds since 1970. */
  now: number;
  choose: (claimId: string) => void;
}

/** From the article to today, with the dated events since that bear on its claims; each leads to these claims' words. */
export function TimeLine({ claims: { claims, events, published }, now, choose }: TimeLineProps) {
  const numberOf = (id: string) => claims.findIndex((claim) => claim.id === id) + 1;
  return (
    <section class="since" aria-label={t('since_name')}>
      <Scale published={published} dates={events.map(({ date }) => date)} now={now} />
      <ol>
        <li class="end">
          <time dateTime={published}>{publishedInWords(published)}</time>
          <p>{t('since_article')}</p>
        </li>
        {events.map(({ date, event, bearsOn, citations }) => (
          <li key={`${date}${event}`}>
            <time dateTime={date}>{publishedInWords(date)}</time>
            <p {...ENGLISH}>{event}</p>
            <p class="small quiet bears">
              {t('since_bears_on')}
              {bearsOn.map((id) => (
                <button
                  key={id}
                  type="button"
                  class="link"
                  title={claims.find((claim) => claim.id === id)?.label}
                  aria-label={t('popup_show_claim', { number: numberOf(id) })}
                  onClick={() => choose(id)}
                >
                  {t('map_claim', { number: numberOf(id) })}
                </button>
              ))}
            </p>
            <details class="small">
              <summary>{t('since_sources', { count: citations.length })}</summary>
              <div {...ENGLISH}>
                <Citations list={citations} />
              </div>
            </details>
          </li>
        ))}
        <li class="end">
          <time dateTime={new Date(now).toISOString().slice(0, 10)}>{dayInWords(now)}</time>
          <p>{t('since_today')}</p>
        </li>
      </ol>
    </section>
  );
}

/** The same drawn to scale. Those who do not see it have the list. */
function Scale({ published, dates, now }: { published: string; dates: string[]; now: number }) {
  const across = (date: string | number) => {
    const share = 100 * shareOf(date, published, now);
    return `${direction() === 'rtl' ? 100 - share : share}%`;
  };
  return (
    <svg class="scale" aria-hidden="true">
      <line class="rail" x1="0" x2="100%" y1="12" y2="12" />
      {yearsBetween(published, now).map((year) => (
        <g key={year}>
          <line class="tick" x1={across(String(year))} x2={across(String(year))} y1="8" y2="16" />
          <text class="year" x={across(String(year))} y="34" text-anchor="middle">
            {year}
          </text>
        </g>
      ))}
      {dates.map((date, i) => (
        <circle key={`${i}-${date}`} class="event" cx={across(date)} cy="12" r="5" />
      ))}
      <circle class="start" cx={across(published)} cy="12" r="5" />
      <circle class="today" cx={across(now)} cy="12" r="5" />
    </svg>
  );
}

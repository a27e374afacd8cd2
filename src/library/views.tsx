import './views.css';
import { LibraryPage } from './library-page';
import { ReviewView } from './review/review-view';
import { StancesView } from './stances/stances-view';

const VIEWS = [
  { name: null, title: 'All annotations' },
  { name: 'review', title: 'Review' },
  { name: 'stances', title: 'Claims and stances' },
] as const;

/** The library's page: the view that its address names (`?view=`), and the way to the others. */
export function Views() {
  const named = new URLSearchParams(location.search).get('view');
  const view = VIEWS.find(({ name }) => name === named)?.name ?? null;
  return (
    <>
      <nav class="views" aria-label="Library">
        {VIEWS.map(({ name, title }) => (
          <a key={title} href={name ? `?view=${name}` : '?'} aria-current={name === view ? 'page' : undefined}>
            {title}
          </a>
        ))}
      </nav>
      {view === 'review' ? <ReviewView /> : view === 'stances' ? <StancesView /> : <LibraryPage />}
    </>
  );
}

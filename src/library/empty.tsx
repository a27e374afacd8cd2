import type { Kept } from './kept';
import type { View } from './slots';

/** What is said where nothing is listed: how to begin, or why nothing was found. */
export function Empty({ view, kept, searched }: { view: View; kept: Kept; searched: boolean }) {
  if (searched) return <p class="empty">Nothing here fits this search. Fewer words or filters find more.</p>;
  if (view.empty && kept.byId.size > 0) return <p class="empty">{view.empty}</p>;
  return (
    <p class="empty">
      Nothing kept yet. Open an article on{' '}
      <a href="https://thediplomat.com/" target="_blank" rel="noopener noreferrer">
        thediplomat.com
      </a>
      , select some words and choose a color: they will stand here, with your notes, on this device only.
    </p>
  );
}

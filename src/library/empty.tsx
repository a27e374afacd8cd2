import { t, woven } from '../i18n/messages';
import type { Kept } from './kept';
import type { View } from './slots';

/** What is said where nothing is listed: how to begin, or why nothing was found. */
export function Empty({ view, kept, searched }: { view: View; kept: Kept; searched: boolean }) {
  if (searched) return <p class="empty">{t('library_no_match')}</p>;
  if (view.empty && kept.byId.size > 0) return <p class="empty">{t(view.empty)}</p>;
  return (
    <p class="empty">
      {woven('library_nothing_kept', {
        site: (
          <a href="https://thediplomat.com/" target="_blank" rel="noopener noreferrer">
            thediplomat.com
          </a>
        ),
      })}
    </p>
  );
}

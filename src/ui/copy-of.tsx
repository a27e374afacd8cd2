import type { ArticleClaims } from '../core/claim';
import { woven } from '../i18n/messages';
import { ENGLISH } from './english';

/** Says of a page of another site whose copy it is, with the way to the article. */
export function CopyOf({ original: { url, headline } }: { original: Pick<ArticleClaims, 'url' | 'headline'> }) {
  return (
    <p class="copy-of small">
      {woven('copy_of', {
        article: (
          <a href={url} target="_blank" rel="noopener noreferrer" {...ENGLISH}>
            {headline}
          </a>
        ),
      })}
    </p>
  );
}

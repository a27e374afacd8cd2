import type { ArticleClaims } from '../core/claim';
import type { Place } from '../core/place';
import { counted, t } from '../i18n/messages';
import { publishedInWords } from './dates';
import { ENGLISH } from './english';
import { placesInWords } from './places';
import { VerdictBar } from './verdict-bar';

interface ArticleHeadProps {
  headline: string;
  claims: ArticleClaims | null;
  placeOf: (id: string) => Place | null;
  /** How many annotations the reader has on it. */
  notes: number;
}

/** An article's headline, who wrote it and when, and how its claims are assessed and were found. */
export function ArticleHead({ headline, claims, placeOf, notes }: ArticleHeadProps) {
  return (
    <header class="head">
      <h1 {...ENGLISH}>{claims?.headline ?? (headline || t('popup_this_article'))}</h1>
      {claims && (
        <p class="small quiet">
          {[claims.author, publishedInWords(claims.published), claims.section].filter(Boolean).join(' · ')}
        </p>
      )}
      {claims && <VerdictBar claims={claims} />}
      <p class="small legend">
        {claims && <span>{placesInWords(claims.claims.map(({ id }) => placeOf(id)))}</span>}
        <span>{counted('notes', notes)}</span>
      </p>
    </header>
  );
}

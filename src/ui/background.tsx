import type { ArticleClaims } from '../core/claim';
import { t } from '../i18n/messages';
import { Citations } from './arguments';
import { ENGLISH } from './english';

/** What stands behind an article's claims: its summary, facts looked up, terms explained. */
export function Background({ claims: { checks, glossary, summary } }: { claims: ArticleClaims }) {
  return (
    <section class="background">
      {summary !== '' && (
        <details>
          <summary>{t('popup_summary')}</summary>
          <p {...ENGLISH}>{summary}</p>
        </details>
      )}
      {checks.length > 0 && (
        <details>
          <summary>{t('popup_checks', { count: checks.length })}</summary>
          <dl {...ENGLISH}>
            {checks.map((check) => (
              <div key={check.item}>
                <dt>{check.item}</dt>
                <dd>
                  <strong>{check.finding}.</strong> {check.note}
                  <Citations list={check.citations} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {glossary.length > 0 && (
        <details>
          <summary>{t('popup_terms', { count: glossary.length })}</summary>
          <dl {...ENGLISH}>
            {glossary.map((entry) => (
              <div key={entry.term}>
                <dt>{entry.term}</dt>
                <dd>
                  {entry.definition}
                  <Citations list={entry.citations} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

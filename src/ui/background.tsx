import type { ArticleClaims } from '../core/claim';
import { Citations } from './arguments';

/** What stands behind an article's claims: its summary, facts looked up, terms explained. */
export function Background({ claims: { checks, glossary, summary } }: { claims: ArticleClaims }) {
  return (
    <section class="background">
      <details>
        <summary>The article in short</summary>
        <p>{summary}</p>
      </details>
      {checks.length > 0 && (
        <details>
          <summary>{`Facts looked up (${checks.length})`}</summary>
          <dl>
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
          <summary>{`Terms (${glossary.length})`}</summary>
          <dl>
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

import { type ArticleClaims, VERDICTS } from '../core/claim';
import { t } from '../i18n/messages';
import { verdictName } from './assessment';

/** The share of each verdict, as a bar; told in words to those who do not see it. */
export function VerdictBar({ claims: { claims } }: { claims: ArticleClaims }) {
  const counts = VERDICTS.map((verdict) => ({
    verdict,
    count: claims.filter(({ assessment }) => assessment.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  const shares = counts.map(({ verdict, count }) => t('verdict_count', { count, verdict: verdictName(verdict) }));
  return (
    <div class="bar" role="img" aria-label={shares.join(t('list_comma'))}>
      {counts.map(({ verdict, count }) => (
        <i key={verdict} class={`tone-${verdict}`} style={`flex: ${count}`} />
      ))}
    </div>
  );
}

import { type ArticleClaims, VERDICTS } from '../core/claim';

/** The share of each verdict, as a bar; told in words to those who do not see it. */
export function VerdictBar({ claims: { claims } }: { claims: ArticleClaims }) {
  const counts = VERDICTS.map((verdict) => ({
    verdict,
    count: claims.filter(({ assessment }) => assessment.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  return (
    <div class="bar" role="img" aria-label={counts.map(({ verdict, count }) => `${count} ${verdict}`).join(', ')}>
      {counts.map(({ verdict, count }) => (
        <i key={verdict} class={`tone-${verdict}`} style={`flex: ${count}`} />
      ))}
    </div>
  );
}

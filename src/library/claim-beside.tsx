import { useEffect, useState } from 'preact/hooks';
import { claimsOf } from '../claims/lookup';
import type { Claim } from '../core/claim';
import { Arguments } from '../ui/arguments';
import { VerdictBadge } from '../ui/assessment';

interface ClaimBesideProps {
  claimId: string;
  articleKey: string;
  headline: string;
}

/** The claim a note is about: how we assess it, why, and what speaks against and for it. */
export function ClaimBeside({ claimId, articleKey, headline }: ClaimBesideProps) {
  const [claim, setClaim] = useState<Claim | null | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    // Most of the library never needs the claims: they are read when a note on one comes on view.
    void claimsOf({ key: articleKey, headline }).then((article) => {
      if (!gone) setClaim(article?.claims.find(({ id }) => id === claimId) ?? null);
    });
    return () => {
      gone = true;
    };
  }, [claimId, articleKey, headline]);
  if (claim === undefined) return null;
  if (claim === null) return <p class="small quiet">This claim is no longer in the database; your note is.</p>;
  return (
    <details class={`claim-beside tone-${claim.assessment.verdict}`}>
      <summary>
        <VerdictBadge verdict={claim.assessment.verdict} />
        <span class="small quiet">{`${claim.counterarguments.length} against, ${claim.support.length} for`}</span>
      </summary>
      <p>{claim.assessment.reason}</p>
      <Arguments title="Counterarguments" list={claim.counterarguments} openFirst />
      <Arguments title="What speaks for it" list={claim.support} />
    </details>
  );
}

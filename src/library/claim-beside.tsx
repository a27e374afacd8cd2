import { useEffect, useState } from 'preact/hooks';
import type { Claim } from '../core/claim';
import { t } from '../i18n/messages';
import { claimsOf } from '../known/lookup';
import { Arguments } from '../ui/arguments';
import { VerdictBadge } from '../ui/assessment';
import { ENGLISH } from '../ui/english';
import { goneInWords } from '../ui/origin';

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
  if (claim === null) return <p class="small quiet">{goneInWords(claimId)}</p>;
  return (
    <details class={`claim-beside tone-${claim.assessment.verdict}`}>
      <summary>
        <VerdictBadge verdict={claim.assessment.verdict} />
        <span class="small quiet">
          {t('library_arguments', { against: claim.counterarguments.length, support: claim.support.length })}
        </span>
      </summary>
      <p {...ENGLISH}>{claim.assessment.reason}</p>
      <Arguments title={t('counterarguments')} list={claim.counterarguments} openFirst />
      <Arguments title={t('support')} list={claim.support} />
    </details>
  );
}

import { t } from '../i18n/messages';
import { Arguments } from '../ui/arguments';
import { ENGLISH } from '../ui/english';
import { OriginName } from '../ui/origin';
import type { CardDeeds } from './card';
import type { Mark } from './mark';

interface ClaimPartsProps {
  mark: Mark & { kind: 'claim' | 'echo' };
  unfolds: boolean;
  /** Whether others speak of the same words: then it is said also of a claim of ours that it is. */
  shared?: boolean;
  deeds: CardDeeds;
}

/** What a card says of a claim. */
export function ClaimParts({ mark, unfolds, shared = false, deeds }: ClaimPartsProps) {
  const { statement, assessment, counterarguments, support } = mark.claim;
  return (
    <>
      {(shared || mark.claim.origin) && (
        <p class="why origin">
          <OriginName claim={mark.claim} />
        </p>
      )}
      <h2 {...ENGLISH}>{statement}</h2>
      <p class="why" {...ENGLISH}>
        {assessment.reason}
        {assessment.question && <em>{assessment.question}</em>}
      </p>
      <Arguments
        key={`against-${mark.claim.id}`}
        title={t('counterarguments')}
        list={counterarguments}
        openFirst={unfolds}
        opened={() => deeds.openedCounterargument(mark)}
      />
      <Arguments key={`for-${mark.claim.id}`} title={t('support')} list={support} />
    </>
  );
}

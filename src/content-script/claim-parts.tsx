import { t } from '../i18n/messages';
import { Arguments } from '../ui/arguments';
import { ENGLISH } from '../ui/english';
import type { CardDeeds } from './card';
import type { Mark } from './mark';

interface ClaimPartsProps {
  mark: Mark & { kind: 'claim' | 'echo' };
  unfolds: boolean;
  deeds: CardDeeds;
}

/** What a card says of a claim. */
export function ClaimParts({ mark, unfolds, deeds }: ClaimPartsProps) {
  const { statement, assessment, counterarguments, support } = mark.claim;
  return (
    <>
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

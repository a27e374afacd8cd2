import type { Place } from '../contract';
import type { Claim } from '../core/claim';
import { type ClaimStance, type Stance, stanceNow } from '../core/stance';
import { t } from '../i18n/messages';
import { Arguments } from '../ui/arguments';
import { VerdictBadge } from '../ui/assessment';
import { ENGLISH } from '../ui/english';
import { StanceRow } from '../ui/stance-row';
import { placeName } from './places';

interface ClaimItemProps {
  claim: Claim;
  number: number;
  /** `null` while the page has not told. */
  place: Place | null;
  note: string | null;
  said: ClaimStance | undefined;
  /** Whether counterarguments stay folded until the reader has said something to the claim or opened one. */
  askFirst: boolean;
  takeStance: (stance: Stance | null) => void;
  openedCounterargument: () => void;
  goTo: () => void;
}

/** A claim in the list: its statement and assessment, opening to its arguments; a button leads to its words. */
export function ClaimItem({ claim, number, place, note, said, goTo, ...item }: ClaimItemProps) {
  const { verdict, reason, question } = claim.assessment;
  const away = place && placeName(place);
  const unfolds = !item.askFirst || Boolean(said && (said.opened !== null || said.history.length > 0));
  const stance = stanceNow(said);
  const opened = () => said?.opened ?? item.openedCounterargument();
  return (
    <li class={`claim tone-${verdict} ${away ? 'away' : ''}`}>
      <details onToggle={({ currentTarget }) => currentTarget.open && unfolds && opened()}>
        <summary>
          <span class="number">{number}</span>
          <span class="statement" {...ENGLISH}>
            {claim.statement}
          </span>
        </summary>
        <div class="opened">
          <p class="small quiet" {...ENGLISH}>
            {reason}
          </p>
          {question && (
            <p class="small quiet question" {...ENGLISH}>
              {question}
            </p>
          )}
          <Arguments title={t('counterarguments')} list={claim.counterarguments} openFirst={unfolds} opened={opened} />
          <Arguments title={t('support')} list={claim.support} />
          {note && (
            <p class="mine" dir="auto">
              {note}
            </p>
          )}
          <StanceRow stance={stance} take={item.takeStance} />
        </div>
      </details>
      <p class="meta">
        <VerdictBadge verdict={verdict} />
        <span class="small quiet">
          {away ?? t('popup_arguments', { against: claim.counterarguments.length, support: claim.support.length })}
        </span>
        {stance && <span class="small said">{t(`stance_i_${stance}`)}</span>}
        {place === 'found' && (
          <button type="button" class="link small" onClick={goTo} aria-label={t('popup_show_claim', { number })}>
            {t('popup_show')}
          </button>
        )}
      </p>
    </li>
  );
}

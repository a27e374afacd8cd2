import type { Claim } from '../core/claim';
import type { Place } from '../core/place';
import { type ClaimStance, type Stance, stanceNow } from '../core/stance';
import { t } from '../i18n/messages';
import { Arguments } from './arguments';
import { VerdictBadge } from './assessment';
import { ENGLISH } from './english';
import { NoteField, type Writing } from './note-field';
import { OriginName } from './origin';
import { placeName } from './places';
import { StanceRow } from './stance-row';

interface ClaimItemProps {
  claim: Claim;
  number: number;
  /** `null` while the page has not told. */
  place: Place | null;
  note: string | null;
  /** Where the reader's note goes; without it the note is shown and not to be written. */
  writing?: Writing;
  said: ClaimStance | undefined;
  /** Whether counterarguments stay folded until the reader has said something to the claim or opened one. */
  askFirst: boolean;
  takeStance: (stance: Stance | null) => void;
  openedCounterargument: () => void;
  goTo: () => void;
  /** Whether it stands open, where that is not left to the reader alone, and what to do when the reader opens or closes it. */
  open?: boolean;
  toggle?: (open: boolean) => void;
  /** Called when mouse or focus come onto it, and when they go. */
  point?: (on: boolean) => void;
  /** Whether its words are pointed at on the page. */
  pointed?: boolean;
}

/** A claim in the list: its statement and assessment, opening to its arguments; a button leads to its words. */
export function ClaimItem({ claim, number, place, note, writing, said, goTo, ...item }: ClaimItemProps) {
  const { verdict, reason, question } = claim.assessment;
  const away = place && placeName(place);
  const unfolds = !item.askFirst || Boolean(said && (said.opened !== null || said.history.length > 0));
  const stance = stanceNow(said);
  const opened = () => said?.opened ?? item.openedCounterargument();
  return (
    <li
      class={`claim tone-${verdict} ${away ? 'away' : ''} ${item.pointed ? 'pointed' : ''}`}
      data-claim={claim.id}
      onPointerEnter={() => item.point?.(true)}
      onPointerLeave={() => item.point?.(false)}
      onFocusIn={() => item.point?.(true)}
      onFocusOut={() => item.point?.(false)}
    >
      <details
        {...(item.open === undefined ? {} : { open: item.open })}
        onToggle={({ currentTarget: { open } }) => {
          if (open && unfolds) opened();
          if (open !== item.open) item.toggle?.(open);
        }}
      >
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
          {writing ? (
            <NoteField label={t('card_note_claim')} text={note ?? ''} {...writing} />
          ) : (
            note && (
              <p class="mine" dir="auto">
                {note}
              </p>
            )
          )}
          <StanceRow stance={stance} take={item.takeStance} />
        </div>
      </details>
      <p class="meta">
        <VerdictBadge verdict={verdict} />
        {claim.origin && (
          <span class="small">
            <OriginName claim={claim} />
          </span>
        )}
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

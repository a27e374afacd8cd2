import type { Place } from '../contract';
import type { Claim } from '../core/claim';
import { Arguments } from '../ui/arguments';
import { VerdictBadge } from '../ui/assessment';
import { PLACE_NAMES } from './places';

interface ClaimItemProps {
  claim: Claim;
  number: number;
  /** `null` while the page has not told. */
  place: Place | null;
  note: string | null;
  goTo: () => void;
}

/** A claim in the list: its statement and assessment, opening to its arguments; a button leads to its words. */
export function ClaimItem({ claim, number, place, note, goTo }: ClaimItemProps) {
  const { verdict, reason, question } = claim.assessment;
  const away = place && PLACE_NAMES[place];
  return (
    <li class={`claim tone-${verdict} ${away ? 'away' : ''}`}>
      <details>
        <summary>
          <span class="number">{number}</span>
          <span class="statement">{claim.statement}</span>
        </summary>
        <div class="opened">
          <p class="small quiet">{reason}</p>
          {question && <p class="small quiet question">{question}</p>}
          <Arguments title="Counterarguments" list={claim.counterarguments} openFirst />
          <Arguments title="What speaks for it" list={claim.support} />
          {note && <p class="mine">{note}</p>}
        </div>
      </details>
      <p class="meta">
        <VerdictBadge verdict={verdict} />
        <span class="small quiet">
          {away ?? `${claim.counterarguments.length} counter · ${claim.support.length} for`}
        </span>
        {place === 'found' && (
          <button type="button" class="link small" onClick={goTo} aria-label={`Show claim ${number} in the article`}>
            Show
          </button>
        )}
      </p>
    </li>
  );
}

import { STANCES, type Stance } from '../core/stance';

/** A stance as the reader says it. */
export const STANCE_NAMES: Record<Stance, string> = { agree: 'agree', unsure: 'am unsure', disagree: 'disagree' };

/** What the reader says to a claim, as three buttons; pressing the one that stands takes it back. */
export function StanceRow({ stance, take }: { stance: Stance | null; take: (stance: Stance | null) => void }) {
  return (
    <fieldset class="stance" aria-label="Your stance on this claim">
      <span class="quiet" aria-hidden="true">
        Now I
      </span>
      {STANCES.map((one) => (
        <button
          key={one}
          type="button"
          aria-label={`I ${STANCE_NAMES[one]}`}
          aria-pressed={stance === one}
          onClick={() => take(stance === one ? null : one)}
        >
          {STANCE_NAMES[one]}
        </button>
      ))}
    </fieldset>
  );
}

import { STANCES, type Stance } from '../core/stance';
import { t } from '../i18n/messages';

/** What the reader says to a claim, as three buttons; pressing the one that stands takes it back. */
export function StanceRow({ stance, take }: { stance: Stance | null; take: (stance: Stance | null) => void }) {
  return (
    <fieldset class="stance" aria-label={t('stance_label')}>
      <span class="quiet" aria-hidden="true">
        {t('stance_now')}
      </span>
      {STANCES.map((one) => (
        <button
          key={one}
          type="button"
          aria-label={t(`stance_i_${one}`)}
          aria-pressed={stance === one}
          onClick={() => take(stance === one ? null : one)}
        >
          {t(`stance_${one}`)}
        </button>
      ))}
    </fieldset>
  );
}

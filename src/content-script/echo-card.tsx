import type { RefObject } from 'preact';
import { t } from '../i18n/messages';
import { VerdictBadge } from '../ui/assessment';
import { ENGLISH } from '../ui/english';
import type { CardDeeds } from './card';
import { ClaimParts } from './claim-parts';
import type { Mark } from './mark';

interface EchoCardProps {
  card: RefObject<HTMLElement | null>;
  mark: Mark & { kind: 'echo' };
  deeds: CardDeeds;
}

/** A margin note beside a sentence that resembles a claim of another article: that claim, and where it is made. */
export function EchoCard({ card, mark, deeds }: EchoCardProps) {
  const { claim, article } = mark;
  return (
    <section ref={card} class="card echo" role="dialog" aria-label={t('card_echo')} tabIndex={-1}>
      <header>
        <strong class="small">{t('card_echo')}</strong>
        <nav aria-label={t('card_nav')}>
          <button type="button" aria-label={t('close')} title={t('close_esc')} onClick={deeds.close}>
            ✕
          </button>
        </nav>
      </header>
      <p class="why">
        {t('card_echo_in')}{' '}
        <a href={article.url} target="_blank" rel="noopener noreferrer" {...ENGLISH}>
          {article.headline}
        </a>
      </p>
      <p class={`why tone-${claim.assessment.verdict}`}>
        <VerdictBadge verdict={claim.assessment.verdict} />
      </p>
      <ClaimParts mark={mark} unfolds deeds={deeds} />
      <footer>
        <button type="button" class="link" onClick={() => deeds.dismiss(mark)}>
          {t('card_echo_dismiss')}
        </button>
      </footer>
    </section>
  );
}

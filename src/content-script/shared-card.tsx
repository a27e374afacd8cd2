import type { RefObject } from 'preact';
import { t } from '../i18n/messages';
import { ENGLISH } from '../ui/english';
import { isolated } from '../ui/isolated';
import { Also } from './also';
import type { CardDeeds } from './card';
import { Edited } from './edited';
import type { Mark } from './mark';

interface SharedCardProps {
  card: RefObject<HTMLElement | null>;
  mark: Mark & { kind: 'shared' };
  also: Mark[];
  deeds: CardDeeds;
}

/** A margin note beside what another member of the reader's room highlighted: to be read, and nothing to be done to it. */
export function SharedCard({ card, mark, also, deeds }: SharedCardProps) {
  const { name, color, note, quote } = mark.shared;
  const title = t('card_shared', { name: isolated(name) });
  return (
    <section ref={card} class="card" role="dialog" aria-label={title} tabIndex={-1}>
      <header>
        <strong class="small">{title}</strong>
        <nav aria-label={t('card_nav')}>
          <button type="button" aria-label={t('close')} title={t('close_esc')} onClick={deeds.close}>
            ✕
          </button>
        </nav>
      </header>
      <blockquote class="quote" {...ENGLISH} style={`--swatch: var(--${color})`}>
        {quote.exact}
      </blockquote>
      <Edited mark={mark} />
      {note && (
        <section>
          <p dir="auto">{note}</p>
        </section>
      )}
      {also.length > 0 && (
        <footer>
          <Also marks={also} open={deeds.openMark} />
        </footer>
      )}
    </section>
  );
}

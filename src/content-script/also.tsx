import { t } from '../i18n/messages';
import { isolated } from '../ui/isolated';
import { type Mark, markId } from './mark';

/** The ways from a card to other marks on its words. */
export function Also({ marks, open }: { marks: Mark[]; open: (mark: Mark) => void }) {
  return (
    <>
      {marks.map((mark) => (
        <button type="button" class="link" key={markId(mark)} onClick={() => open(mark)}>
          {nameOf(mark)}
        </button>
      ))}
    </>
  );
}

function nameOf(mark: Mark): string {
  if (mark.kind === 'claim') return t('card_also_claim', { number: mark.number, label: mark.claim.label });
  if (mark.kind === 'echo') return t('list_echo', { label: mark.claim.label, headline: mark.article.headline });
  if (mark.kind === 'shared') return t('card_shared', { name: isolated(mark.shared.name) });
  return mark.kind === 'term' ? t('card_also_term', { term: mark.entry.term }) : t('card_also_highlight');
}

import { useMemo } from 'preact/hooks';
import { t } from '../i18n/messages';
import { verdictName } from '../ui/assessment';
import { isolated } from '../ui/isolated';
import { originInWords } from '../ui/origin';
import { type Mark, markId } from './mark';

/** Words of a highlight that are read out. */
const SPOKEN = 120;

interface MarkListProps {
  marks: Mark[];
  claimCount: number;
  goTo: (mark: Mark) => void;
}

/**
 * The way to the marks for who does not see them: a list at the end of the page, in reading order, unseen until the
 * focus comes to it. Paint has no element, and the article gets none of ours (docs/accessibility.md says why).
 */
export function MarkList({ marks, claimCount, goTo }: MarkListProps) {
  // A hundred names are not written anew whenever a card opens.
  return useMemo(
    () =>
      marks.length > 0 && (
        <nav class="marks" aria-label={t('list_label')}>
          <ol>
            {marks.map((mark) => (
              <li key={markId(mark)}>
                <button type="button" class="to" onClick={() => goTo(mark)}>
                  {markInWords(mark, claimCount)}
                </button>
              </li>
            ))}
          </ol>
        </nav>
      ),
    [marks],
  );
}

/** A mark as it is read out: "Claim 3 of 16, Contested: …", "Your highlight: …". */
export function markInWords(mark: Mark, claimCount: number): string {
  if (mark.kind === 'claim') {
    const { label, assessment, origin } = mark.claim;
    const verdict = verdictName(assessment.verdict);
    const words = t('list_claim', { number: mark.number, count: claimCount, verdict, label });
    return origin ? t('list_from', { claim: words, origin: originInWords(mark.claim) }) : words;
  }
  if (mark.kind === 'shared') {
    return t('list_shared', { name: isolated(mark.shared.name), words: spoken(mark.shared.quote.exact) });
  }
  if (mark.kind === 'echo') return t('list_echo', { label: mark.claim.label, headline: mark.article.headline });
  if (mark.kind === 'term') return t('card_term', { term: mark.entry.term });
  const { target } = mark.annotation;
  const words = target.kind === 'words' ? target.quote.exact : target.statement;
  return t('list_note', { words: spoken(words) });
}

const spoken = (words: string): string => (words.length > SPOKEN ? `${words.slice(0, SPOKEN)}…` : words);

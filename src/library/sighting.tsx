import type { Annotation } from '../core/annotation';
import { t } from '../i18n/messages';
import { dayInWords } from '../ui/dates';
import { diffWords } from './word-diff';

/** What became of a quote's words on their page: nothing is said of those that stand there. */
export function SightingNote({ annotation: { target, lastSeen } }: { annotation: Annotation }) {
  if (target.kind !== 'words' || !lastSeen || lastSeen.outcome === 'found') return null;
  if (lastSeen.outcome === 'not found') {
    return <p class="changed small">{t('library_lost_on', { day: dayInWords(lastSeen.at) })}</p>;
  }
  return (
    <p class="changed small">
      {t('card_edited')}{' '}
      {diffWords(target.quote.exact, lastSeen.words ?? '').map(({ kind, words }, i) => [
        i > 0 && ' ',
        kind === 'gone' ? <del key={i}>{words}</del> : kind === 'new' ? <ins key={i}>{words}</ins> : words,
      ])}
    </p>
  );
}

import { t } from '../i18n/messages';
import type { Mark } from './mark';

/** How the words were edited since they were saved, if they were. */
export function Edited({ mark: { changes } }: { mark: Mark }) {
  if (changes.length === 0) return null;
  return (
    <p class="edited small">
      {t('card_edited')}{' '}
      {changes.map(({ was, now }) => (
        <span key={`${was}/${now}`}>
          {was && <del>{was}</del>} {now && <ins>{now}</ins>}{' '}
        </span>
      ))}
    </p>
  );
}

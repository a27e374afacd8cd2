import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { t } from '../i18n/messages';
import { sentenceOf } from '../i18n/worded';

/**
 * Shows a sentence, and not an empty page, when something within fails.
 * @param help what stands below the sentence
 */
export function FailureBoundary({ children, help }: { children: ComponentChildren; help?: ComponentChildren }) {
  const [error, retry] = useErrorBoundary();
  if (!error) return <>{children}</>;
  return (
    <div class="failure" role="alert">
      <p>
        <strong>{t('library_unreadable')}</strong> {t('library_unchanged')}
      </p>
      <p class="small quiet">{sentenceOf(error)}</p>
      <p>
        <button type="button" class="button" onClick={retry}>
          {t('try_again')}
        </button>
      </p>
      {help}
    </div>
  );
}

import { type ComponentChildren, render } from 'preact';
import { speak } from '../i18n/languages';
import { t } from '../i18n/messages';
import { FailureBoundary } from './failure';

/**
 * Shows a page of the extension, in the language of the reader.
 * @param id of the element it is shown in
 * @param language what the reader chose, as it is read; where that fails the browser's is spoken, and the page itself
 * says what is wrong
 */
export async function openPage(
  id: string,
  language: Promise<{ language: string | null }>,
  page: ComponentChildren,
): Promise<void> {
  await language.then(
    (chosen) => speak(chosen.language),
    () => speak(null),
  );
  document.title = t('extension_short_name');
  const root = document.getElementById(id);
  if (!root) throw new Error(`This page has no element "${id}".`);
  root.removeAttribute('aria-busy');
  render(<FailureBoundary>{page}</FailureBoundary>, root);
}

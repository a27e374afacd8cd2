import browser from 'webextension-polyfill';
import type { ArticleClaims } from '../core/claim';
import { t } from '../i18n/messages';
import { TermSwitch } from '../this-article/term-switch';

interface PanelFootProps {
  tabId: number;
  claims: ArticleClaims | null;
}

/** The way to the library, and whether terms are marked where the article has any. */
export function PanelFoot({ tabId, claims }: PanelFootProps) {
  return (
    <footer class="foot">
      {claims && claims.glossary.length > 0 && <TermSwitch tabId={tabId} />}
      <button type="button" class="link" onClick={() => void browser.runtime.openOptionsPage()}>
        {t('popup_library')}
      </button>
    </footer>
  );
}

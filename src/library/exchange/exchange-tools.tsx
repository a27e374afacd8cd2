import { t } from '../../i18n/messages';
import type { Opened } from '../dialogs';

/** The two ways in and out of the library. */
export function ExchangeTools({ open }: { open: (dialog: Opened) => void }) {
  return (
    <div class="exchange-tools">
      <button type="button" class="button" onClick={() => open({ is: 'export', selected: [] })}>
        {t('exchange_export')}
      </button>
      <button type="button" class="button" onClick={() => open({ is: 'import' })}>
        {t('exchange_import')}
      </button>
    </div>
  );
}

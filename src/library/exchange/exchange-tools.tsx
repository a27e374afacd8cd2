import { useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { ExportDialog, ImportDialog } from './dialogs';

/** The two buttons of a toolbar, and the dialogs they open. `closed`: an import may have changed the library. */
export function ExchangeTools({ closed }: { closed: () => void }) {
  const [open, setOpen] = useState<'exporting' | 'importing' | null>(null);
  const close = () => {
    setOpen(null);
    closed();
  };
  return (
    <div class="exchange-tools">
      <button type="button" class="button" onClick={() => setOpen('exporting')}>
        {t('exchange_export')}
      </button>
      <button type="button" class="button" onClick={() => setOpen('importing')}>
        {t('exchange_import')}
      </button>
      {open === 'exporting' && <ExportDialog selected={[]} close={close} />}
      {open === 'importing' && <ImportDialog close={close} />}
    </div>
  );
}

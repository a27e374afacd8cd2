import { Help } from './help';
import { lazily } from './lazily';

// Their formats are many, and who sets sync up needs all of it: fetched when the first is opened.
const ExportDialog = lazily(() => import('./exchange/export-dialog').then((module) => module.ExportDialog));
const ImportDialog = lazily(() => import('./exchange/import-dialog').then((module) => module.ImportDialog));
const SetUpDialog = lazily(() => import('./sync/set-up-dialog').then((module) => module.SetUpDialog));

/** A dialog over the library. Of an export the ids of the annotations it is about; none: all. */
export type Opened = { is: 'export'; selected: string[] } | { is: 'import' } | { is: 'sync' } | { is: 'help' };

interface DialogsProps {
  opened: Opened;
  close: () => void;
  /** Rows may have come that no change of the reader's tells of. */
  imported: () => void;
}

/** The open dialog. It stands with the page, not with the part it was opened from: that goes elsewhere when the reader zooms. */
export function Dialogs({ opened, close, imported }: DialogsProps) {
  switch (opened.is) {
    case 'export':
      return <ExportDialog selected={opened.selected} close={close} />;
    case 'import':
      return (
        <ImportDialog
          close={() => {
            close();
            imported();
          }}
        />
      );
    case 'sync':
      return <SetUpDialog close={close} />;
    case 'help':
      return <Help close={close} />;
  }
}

import { lazily } from '../lazily';

/** The dialogs, whose formats are many: fetched when the first is opened. */
export const ExportDialog = lazily(() => import('./export-dialog').then((module) => module.ExportDialog));
export const ImportDialog = lazily(() => import('./import-dialog').then((module) => module.ImportDialog));

import type { Told } from '../../exchange/selection';
import { language, t } from '../../i18n/messages';
import { beside } from './beside';
import type { Asked } from './formats';
import { startWorker } from './own-workers';

/** Makes an export's file, see beside. */
export function makeFile(asked: Omit<Asked, 'titled'>, told: Told, signal: AbortSignal): Promise<File> {
  const titled = { title: t('exchange_copy_title'), language: language() };
  return beside(startWorker('export'), { ...asked, titled } satisfies Asked, told, signal);
}

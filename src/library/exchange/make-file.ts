import type { Told } from '../../exchange/selection';
import { language, t } from '../../i18n/messages';
import { worded } from '../../i18n/worded';
import type { Answered, Asked } from './formats';

/**
 * Makes an export's file beside the page, which stays free meanwhile.
 * @throws AbortError (a DOMException) when called off, and an Error with a sentence when it cannot be made
 */
export function makeFile(asked: Omit<Asked, 'titled'>, told: Told, signal: AbortSignal): Promise<File> {
  return new Promise<File>((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' });
    const end = () => worker.terminate();
    signal.addEventListener('abort', () => {
      end();
      reject(signal.reason);
    });
    worker.onmessage = ({ data }: MessageEvent<Answered>) => {
      if ('done' in data) {
        told(data.done, data.of);
        return;
      }
      end();
      if ('file' in data) resolve(data.file);
      else reject(new Error(typeof data.why === 'string' ? data.why : worded(data.why)));
    };
    worker.onerror = ({ message }) => {
      end();
      reject(new Error(message || t('exchange_no_file')));
    };
    worker.postMessage({ ...asked, titled: { title: t('exchange_copy_title'), language: language() } } satisfies Asked);
  });
}

import { t } from '../../i18n/messages';
import type { Asked } from './formats';

/**
 * Makes an export's file beside the page, which stays free meanwhile.
 * @throws AbortError (a DOMException) when called off, and an Error with a sentence when it cannot be made
 */
export function makeFile(asked: Asked, signal: AbortSignal): Promise<File> {
  return new Promise<File>((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' });
    const end = () => worker.terminate();
    signal.addEventListener('abort', () => {
      end();
      reject(signal.reason);
    });
    worker.onmessage = ({ data }: MessageEvent<{ file?: File; failure?: string }>) => {
      end();
      if (data.file) resolve(data.file);
      else reject(new Error(data.failure));
    };
    worker.onerror = ({ message }) => {
      end();
      reject(new Error(message || t('exchange_no_file')));
    };
    worker.postMessage(asked);
  });
}

import type { Unworded } from '../../core/unworded';
import type { Told } from '../../exchange/selection';
import { t } from '../../i18n/messages';
import { worded } from '../../i18n/worded';

/** What a worker tells: how far it is; and at the end what it has made, or why there is nothing. */
export type Answered<Made> = { done: number; of: number } | { made: Made } | { why: Unworded | string };

/**
 * Has a worker do long work beside the page, which stays free meanwhile.
 * @throws AbortError (a DOMException) when called off, and an Error with a sentence when it cannot be done
 */
export function beside<Made>(worker: Worker, asked: unknown, told: Told, signal: AbortSignal): Promise<Made> {
  return new Promise<Made>((resolve, reject) => {
    const end = () => worker.terminate();
    const callOff = () => {
      end();
      reject(signal.reason);
    };
    if (signal.aborted) return callOff();
    signal.addEventListener('abort', callOff);
    worker.onmessage = ({ data }: MessageEvent<Answered<Made>>) => {
      if ('done' in data) return told(data.done, data.of);
      end();
      if ('made' in data) resolve(data.made);
      else reject(new Error(typeof data.why === 'string' ? data.why : worded(data.why)));
    };
    worker.onerror = ({ message }) => {
      end();
      reject(new Error(message || t('exchange_no_file')));
    };
    worker.postMessage(asked);
  });
}

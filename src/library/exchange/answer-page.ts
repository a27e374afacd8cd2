import { UnwordedError } from '../../core/unworded';
import type { Told } from '../../exchange/selection';
import type { Answered } from './beside';

/** Within a worker: does the work that the page asks for, and answers it. See beside. */
export function answerPage<Asked, Made>(work: (asked: Asked, told: Told) => Made | Promise<Made>): void {
  const answer = (answered: Answered<Made>): void => postMessage(answered);
  addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
    try {
      answer({ made: await work(data, (done, of) => answer({ done, of })) });
    } catch (error) {
      answer({ why: error instanceof UnwordedError ? error.why : String(error) });
    }
  });
}

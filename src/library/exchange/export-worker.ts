import { UnwordedError } from '../../core/unworded';
import { type Answered, type Asked, EXPORT_FORMATS, exportFile } from './formats';

const answer = (answered: Answered): void => postMessage(answered);

// A file of ten thousand rows takes a second to write: here it holds up nobody, and can be called off.
addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const format = EXPORT_FORMATS.find(({ id }) => id === data.format);
  if (!format) throw new Error(`There is no format ${data.format}.`);
  exportFile(format, data, (done, of) => answer({ done, of })).then(
    (file) => answer({ file }),
    (error: unknown) => answer({ why: error instanceof UnwordedError ? error.why : String(error) }),
  );
});

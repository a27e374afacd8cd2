import { type Asked, EXPORT_FORMATS, exportFile } from './formats';

// A file of ten thousand rows takes a second to write: here it holds up nobody, and can be called off.
addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const format = EXPORT_FORMATS.find(({ id }) => id === data.format);
  if (!format) throw new Error(`There is no format ${data.format}.`);
  exportFile(format, data.content, data.template).then(
    (file) => postMessage({ file }),
    (error: unknown) => postMessage({ failure: error instanceof Error ? error.message : String(error) }),
  );
});

import { answerPage } from './answer-page';
import { type Asked, EXPORT_FORMATS, exportFile } from './formats';

// A file of ten thousand rows takes a second to write: here it holds up nobody, and can be called off.
answerPage((asked: Asked, told) => {
  const format = EXPORT_FORMATS.find(({ id }) => id === asked.format);
  if (!format) throw new Error(`There is no format ${asked.format}.`);
  return exportFile(format, asked, told);
});

import { planImport } from '../../exchange/plan';
import { readFile } from '../../exchange/read-file';
import { answerPage } from './answer-page';
import type { Chosen, Previewed } from './preview-file';

// A file of ten thousand rows takes a second to read: here it holds up nobody, and can be called off.
answerPage(({ bytes, present, now }: Chosen): Previewed => {
  const file = readFile(new Uint8Array(bytes), present.articles, now);
  return { file, plan: planImport(present, file.rows, now) };
});

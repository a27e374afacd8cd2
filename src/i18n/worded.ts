import { type Unworded, UnwordedError } from '../core/unworded';
import { t } from './messages';

/** What a room without words says, in the reader's language. */
export const worded = ({ key, values }: Unworded): string => t(key, values);

/** What an error says: in the reader's language where it is ours, in the browser's words where it is the browser's. */
export function sentenceOf(error: unknown): string {
  if (error instanceof UnwordedError) return worded(error.why);
  return error instanceof Error ? error.message : String(error);
}

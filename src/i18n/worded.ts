import { type Reason, reasonOf, type Unworded } from '../core/unworded';
import { t } from './messages';

/** What a room without words says, in the reader's language. */
export const worded = ({ key, values }: Unworded): string => t(key, values);

/** A reason: in the reader's language where it is ours, in the browser's words where it is the browser's. */
export const reasonInWords = (reason: Reason): string => (typeof reason === 'string' ? reason : worded(reason));

/** What an error says, as reasonInWords. */
export const sentenceOf = (error: unknown): string => reasonInWords(reasonOf(error));

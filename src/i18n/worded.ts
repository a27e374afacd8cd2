import { type Unworded, UnwordedError } from '../core/unworded';
import { t } from './messages';

/** What a room without words says, in the reader's language. */
export const worded = ({ key, values }: Unworded): string => t(key, values);

/** What an error says: in the reader's language where it is ours or says that nothing can be stored, else in the browser's words. */
export function sentenceOf(error: unknown): string {
  if (error instanceof UnwordedError) return worded(error.why);
  if (!(error instanceof Error)) return String(error);
  // The database's own errors hold the browser's, and repeat it.
  const { inner, failures } = error as { inner?: unknown; failures?: unknown[] };
  const cause = inner ?? failures?.[0];
  if (!(cause instanceof Error)) return error.message;
  const [reason = ''] = cause.message.split('\n');
  if (cause.name === 'QuotaExceededError') return t('error_no_room');
  if (cause.name === 'VersionError') return t('error_newer_library');
  if (NOT_OPENED.has(cause.name)) return t('error_no_storage', { reason });
  return reason;
}

/** What browsers call it that they do not open a database. */
const NOT_OPENED = new Set(['InvalidStateError', 'UnknownError', 'SecurityError']);

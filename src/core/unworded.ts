/** The messages that rooms without words ask for. */
export type UnwordedKey =
  | `error_${
      | 'no_annotation'
      | 'reviewed_elsewhere'
      | 'grade_gone'
      | 'snapshot_gone'
      | 'snapshot_newer'
      | 'not_json'
      | 'not_article'
      | 'moved_on'
      | 'other_article'
      | 'no_claim'
      | 'updated'
      | 'no_room'
      | 'newer_library'
      | 'no_storage'}`
  | `exchange_at_${'file' | 'table' | 'table_row' | 'annotation' | 'row'}`
  | `refused_${
      | 'encoding'
      | 'not_json'
      | 'too_long'
      | 'format'
      | 'not_ours'
      | 'newer'
      | 'table'
      | 'no_list'
      | 'field'
      | 'missing'
      | 'expected'
      | 'nested'
      | 'setting'
      | 'subject'
      | 'address'
      | 'other_article'
      | 'not_article'
      | 'no_words'
      | 'no_selector'
      | 'reply'
      | 'page_note'
      | 'no_annotations'
      | 'no_column'
      | 'unknown_title'}`;

/** Something the reader is told by a room that has no words: a message's key, and what is put into it. Worded where it is shown. */
export interface Unworded {
  key: UnwordedKey;
  values?: Record<string, string | number>;
}

/** Why something failed, as it goes from one context to another: a string is in the browser's words. */
export type Reason = Unworded | string;

/** An error of which the reader is told why. */
export class UnwordedError extends Error {
  readonly why: Unworded;
  constructor(key: UnwordedKey, values: Unworded['values'] = {}) {
    super(key);
    this.why = { key, values };
  }
}

/** What an error says: what is ours, or says that nothing can be stored, without words; else it is in the browser's. */
export function reasonOf(error: unknown): Reason {
  if (error instanceof UnwordedError) return error.why;
  if (!(error instanceof Error)) return String(error);
  // The database's own errors hold the browser's, and repeat it.
  const { inner, failures } = error as { inner?: unknown; failures?: unknown[] };
  const cause = inner ?? failures?.[0];
  if (!(cause instanceof Error)) return error.message;
  const [reason = ''] = cause.message.split('\n');
  if (cause.name === 'QuotaExceededError') return { key: 'error_no_room' };
  if (cause.name === 'VersionError') return { key: 'error_newer_library' };
  if (NOT_OPENED.has(cause.name)) return { key: 'error_no_storage', values: { reason } };
  return reason;
}

/** What browsers call it that they do not open a database. */
const NOT_OPENED = new Set(['InvalidStateError', 'UnknownError', 'SecurityError']);

/** The error a reason was made of, in a context that was told it. */
export const errorOf = (reason: Reason): Error =>
  typeof reason === 'string' ? new Error(reason) : new UnwordedError(reason.key, reason.values);

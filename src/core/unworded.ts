/** The messages that rooms without words ask for. */
export type UnwordedKey =
  | `error_${'no_annotation' | 'reviewed_elsewhere' | 'grade_gone' | 'snapshot_gone' | 'snapshot_newer' | 'not_json' | 'updated'}`
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

/** An error of which the reader is told why. */
export class UnwordedError extends Error {
  readonly why: Unworded;
  constructor(key: UnwordedKey, values: Unworded['values'] = {}) {
    super(key);
    this.why = { key, values };
  }
}

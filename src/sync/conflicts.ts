import type { Conflict } from '../store/sync-rows';
import { type DocumentFacts, type Fact, inOrder, parsed } from './facts';

export type ConflictFound = Pick<Conflict, 'id' | 'field' | 'others'>;

/** The fields of which one value is left when a conflict is settled. */
export const SETTLED_BY: Record<Conflict['field'], string[]> = {
  color: ['color'],
  target: ['target'],
  note: ['note'],
  deleted: ['deleted', 'updated'],
};

/**
 * What several devices said of annotations without knowing of each other: a field that was set by one who had seen the
 * other's value has one value only. Tags merge one by one, and what was merely observed is nobody's word: neither is asked about.
 * @param fits whether a value may stand in the row's field: whoever has the folder's secret may have written anything
 */
export function conflictsIn(
  facts: DocumentFacts,
  fits: (id: string, field: string, value: unknown) => boolean,
): ConflictFound[] {
  const found: ConflictFound[] = [];
  for (const [id, row] of facts.get('annotations') ?? []) {
    const said = (field: string): unknown[] => shownFirst(row.get(field) ?? []);
    for (const field of ['color', 'target'] as const) {
      const others = said(field)
        .slice(1)
        .filter((value) => fits(id, field, value));
      if (others.length > 0) found.push({ id, field, others });
    }
    if (said('note').length > 1) found.push({ id, field: 'note', others: [] });
    const deleted = said('deleted');
    // Binned on both, however far apart, is no conflict; binned here and taken out or changed there is.
    const changedElsewhere = deleted.length > 1 ? deleted.includes(null) : said('updated').length > 1;
    if (typeof deleted[0] === 'number' && changedElsewhere) found.push({ id, field: 'deleted', others: [] });
  }
  return found;
}

const shownFirst = (facts: Fact[]): unknown[] =>
  inOrder(facts)
    .reverse()
    .map(({ json }) => parsed(json));

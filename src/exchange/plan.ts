import type { Annotation } from '../core/annotation';
import { type Content, emptyContent } from '../store/rows';
import { BOTH_KEPT, mergeTwins } from './merge';
import { TABLE_NAMES, TABLES } from './tables';

/** What an import does with a row. */
export type Fate = 'new' | 'changed' | 'same';

/** What an import would do, or has done: counted, listed, and as rows to put. */
export interface Plan {
  /** Annotations by what becomes of them; articles and settings go along and are not counted. */
  count: Record<Fate, number>;
  /** How many notes hold two texts because both had been changed. */
  bothKept: number;
  /** The annotations that are new or change, in the order of the file. */
  entries: { fate: Fate; annotation: Annotation; bothKept: boolean }[];
  /** Rows of all tables that have to be written. */
  put: Content;
}

/**
 * Compares what a file holds with the library, and changes neither. An annotation is known by its id; failing that, by
 * the same article and the same words (as many as both know of what stands around them), in the bin or not alike.
 * @param now milliseconds since 1970: when a merged annotation was updated
 */
export function planImport(present: Content, incoming: Content, now: number): Plan {
  const plan: Plan = { count: { new: 0, changed: 0, same: 0 }, bothKept: 0, entries: [], put: emptyContent() };
  for (const name of TABLE_NAMES) if (name !== 'annotations') planTable(name, present, incoming, now, plan.put);
  planAnnotations(present.annotations, incoming.annotations, now, plan);
  return plan;
}

function planTable<T extends keyof Content>(name: T, present: Content, incoming: Content, now: number, put: Content) {
  type Row = Content[T][number];
  const { key, merge } = TABLES[name] as unknown as {
    key: (row: Row) => string;
    merge: (kept: Row, incoming: Row, now: number) => Row;
  };
  const known = new Map((present[name] as Row[]).map((row) => [key(row), row]));
  const changed = new Map<string, Row>();
  for (const row of incoming[name] as Row[]) {
    const kept = known.get(key(row));
    const merged = kept ? merge(kept, row, now) : row;
    if (merged === kept) continue;
    known.set(key(row), merged);
    changed.set(key(row), merged);
  }
  // Not spread into push: a file may hold more rows than a call takes arguments.
  for (const row of changed.values()) (put[name] as Row[]).push(row);
}

function planAnnotations(present: Annotation[], incoming: Annotation[], now: number, plan: Plan): void {
  const known = new Map(present.map((row) => [row.id, row]));
  // An annotation that the file has under its own id is itself, and nobody's twin.
  const ids = new Set(incoming.map(({ id }) => id));
  const byWords = new Map<string, Annotation[]>();
  for (const row of present) {
    const namesakes = byWords.get(wordsOf(row));
    if (namesakes) namesakes.push(row);
    else byWords.set(wordsOf(row), [row]);
  }
  const taken = new Set<string>();
  const changed = new Map<string, { annotation: Annotation; fate: Fate; bothKept: boolean }>();
  for (const row of incoming) {
    const itself = known.get(row.id);
    const twin = itself ? undefined : twinOf(row, byWords.get(wordsOf(row)) ?? [], ids, taken);
    if (twin) taken.add(twin.id);
    const kept = itself ?? (twin && known.get(twin.id));
    const merge = itself ? TABLES.annotations.merge : mergeTwins;
    const annotation = kept ? merge(kept, row, now) : row;
    if (annotation === kept) {
      plan.count.same++;
      continue;
    }
    const fate = changed.get(annotation.id)?.fate ?? (kept ? 'changed' : 'new');
    const bothKept = kept !== undefined && gained(annotation, kept, row);
    known.set(annotation.id, annotation);
    changed.set(annotation.id, { annotation, fate, bothKept });
    plan.count[kept ? 'changed' : 'new']++;
    if (bothKept) plan.bothKept++;
  }
  plan.entries = [...changed.values()];
  plan.put.annotations = plan.entries.map(({ annotation }) => annotation);
}

const wordsOf = ({ articleKey, target }: Annotation): string =>
  `${articleKey}\n${target.kind === 'claim' ? `claim ${target.claimId}` : target.quote.exact.replace(/\s+/gu, ' ').trim()}`;

/** Of several on the same words: the one made at the same moment, else one that no earlier row of the file has taken. */
function twinOf(
  row: Annotation,
  namesakes: Annotation[],
  ids: Set<string>,
  taken: Set<string>,
): Annotation | undefined {
  const twins = namesakes.filter((one) => isTwin(one, row, ids));
  return twins.find(({ created }) => created === row.created) ?? twins.find(({ id }) => !taken.has(id)) ?? twins.at(0);
}

function isTwin(one: Annotation, row: Annotation, ids: Set<string>): boolean {
  if (ids.has(one.id) || (one.deleted === null) !== (row.deleted === null)) return false;
  if (one.target.kind === 'claim' || row.target.kind === 'claim') return true;
  const [a, b] = [one.target.quote, row.target.quote];
  // The same few words may stand twice in an article: what stands around them has to agree as far as both know it.
  const before = a.prefix.endsWith(b.prefix) || b.prefix.endsWith(a.prefix);
  return before && (a.suffix.startsWith(b.suffix) || b.suffix.startsWith(a.suffix));
}

const gained = (merged: Annotation, kept: Annotation, row: Annotation): boolean =>
  merged.note.includes(BOTH_KEPT) && merged.note !== kept.note && merged.note !== row.note;

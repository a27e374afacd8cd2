import * as v from 'valibot';
import * as Y from 'yjs';
import { canonical } from '../exchange/canonical';
import { TABLES } from '../exchange/tables';
import { type DocumentName, type DocumentScope, scopeOf } from '../store/documents';
import { type ConflictFound, conflictsIn, SETTLED_BY } from './conflicts';
import {
  change,
  type DocumentFacts,
  eraseRow,
  LOCAL,
  type RowFacts,
  readFacts,
  rowFrom,
  settle,
  stands,
  writeRow,
} from './facts';
import { FIELDS, keyOf, type Row, TABLES_IN, type TableName } from './fields';

/** The rows of a document, table by table. */
export type DocumentRows = Partial<Record<TableName, Row[]>>;

/** A document in hand, as this device left it: at that moment the library said the same. */
export interface OpenDocument {
  scope: DocumentScope;
  doc: Y.Doc;
  facts: DocumentFacts;
}

/** What a merge comes to. */
export interface Merged {
  /** The whole document, to be kept. */
  state: Uint8Array;
  /** What was changed here, for the others; `null` when nothing was. */
  update: Uint8Array | null;
  /** What the library has to say from now on. */
  put: DocumentRows;
  /** Keys of the rows that go. */
  remove: Partial<Record<TableName, string[]>>;
  /** What a reader has to be asked about. */
  conflicts: ConflictFound[];
  /** How many of the updates could not be read. */
  refused: number;
}

/** @throws when the name is none of ours, or the state is none that we made */
export function openDocument(name: DocumentName, state: Uint8Array | null): OpenDocument {
  const scope = scopeOf(name);
  if (!scope) throw new Error(`There is no document "${name}".`);
  const doc = docOf(state ? [state] : []);
  return { scope, doc, facts: readFacts(doc) };
}

/** The annotations that a document speaks of: whether they have tombstones decides what became of those that are gone. */
export const annotationsIn = ({ facts }: OpenDocument): string[] => [
  ...new Set([...(facts.get('annotations')?.keys() ?? []), ...(facts.get('tombstones')?.keys() ?? [])]),
];

/**
 * Brings a document, what others did to it, and the rows the library has for it, to one state. First the document learns
 * what the reader did here since it was put away (the difference to the rows), then what others did; rows that this
 * device brings to a document it never saw them in are merged as an import merges them.
 * @param received Yjs updates; those that cannot be read are left out and counted
 * @param now milliseconds since 1970
 * @param settled what the reader has decided of: what is shown is all that is said from then on
 */
export function mergeDocument(
  open: OpenDocument,
  rows: DocumentRows,
  received: Uint8Array[],
  now: number,
  settled: readonly Pick<ConflictFound, 'id' | 'field'>[] = [],
): Merged {
  const { scope } = open;
  const tables = TABLES_IN[scope.of];
  const mine: Uint8Array[] = [];
  const noteMine = (doc: Y.Doc) =>
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === LOCAL) mine.push(update);
    });
  noteMine(open.doc);
  const here = new Map(
    tables.map((table) => [table, new Map((rows[table] ?? []).map((row) => [keyOf(table, row), row]))]),
  );
  const rowsHere = (table: TableName) => here.get(table) ?? new Map<string, Row>();
  const isKnown = (table: TableName, key: string) => stands(table, open.facts.get(table)?.get(key));

  // What the reader did here.
  change(open.doc, now, (writing) => {
    for (const { id, field } of settled) settle(writing, open.facts.get('annotations')?.get(id), SETTLED_BY[field]);
    for (const table of tables) {
      for (const [key, known] of open.facts.get(table) ?? []) {
        const row = rowsHere(table).get(key);
        if (row) writeRow(writing, table, key, row, known);
        else if (FIELDS[table].plainDelete || rowsHere('tombstones').has(key)) eraseRow(writing, table, key, known);
      }
    }
    for (const [key, row] of rowsHere('tombstones')) {
      if (!isKnown('tombstones', key) && !rowsHere('annotations').has(key))
        writeRow(writing, 'tombstones', key, row, new Map());
    }
  });

  // What others did.
  const { doc, refused } = withUpdates(open.doc, received);
  if (doc !== open.doc) noteMine(doc);

  // What this device brings, and what was half deleted by others while it was changed here.
  const asItWas = doc === open.doc && received.length === 0 && mine.length === 0;
  const theirs = asItWas ? open.facts : readFacts(doc);
  const changes = mine.length;
  change(doc, now, (writing) => {
    for (const table of tables) {
      if (table === 'tombstones') continue;
      for (const [key, row] of rowsHere(table)) {
        const facts: RowFacts = theirs.get(table)?.get(key) ?? new Map();
        const whole = stands(table, facts) && valid(table, rowFrom(doc, table, key, facts, scope));
        if (isKnown(table, key)) {
          if (!whole && stands(table, facts)) writeRow(writing, table, key, row, facts);
        } else if (whole) {
          const merge = TABLES[table].merge as unknown as (kept: Row, incoming: Row, now: number) => Row;
          writeRow(writing, table, key, merge(whole, row, now), facts);
        } else if (!isBuried(theirs, table, key, row)) {
          writeRow(writing, table, key, row, facts);
        }
      }
    }
    // What lives has no tombstone.
    const tombstones = theirs.get('tombstones') ?? [];
    const living = [...tombstones].length > 0 ? readFacts(doc).get('annotations') : undefined;
    for (const [key, facts] of tombstones) {
      if (stands('annotations', living?.get(key))) eraseRow(writing, 'tombstones', key, facts);
    }
  });

  const said = mine.length === changes ? theirs : readFacts(doc);
  const { put, remove } = difference(doc, said, scope, rowsHere);
  return {
    state: Y.encodeStateAsUpdate(doc),
    update: mine.length > 1 ? Y.mergeUpdates(mine) : (mine[0] ?? null),
    put,
    remove,
    conflicts: conflictsIn(said, (id, field, value) => {
      const row = rowFrom(doc, 'annotations', id, said.get('annotations')?.get(id) ?? new Map(), scope);
      return valid('annotations', { ...row, [field]: value }) !== null;
    }),
    refused,
  };
}

/** What has to be written into the library, and taken out, for it to say what the document says. */
function difference(
  doc: Y.Doc,
  facts: DocumentFacts,
  scope: DocumentScope,
  rowsHere: (table: TableName) => Map<string, Row>,
) {
  const put: DocumentRows = {};
  const remove: Merged['remove'] = {};
  for (const table of TABLES_IN[scope.of]) {
    const said = facts.get(table) ?? new Map<string, RowFacts>();
    for (const [key, known] of said) {
      const row = stands(table, known) && valid(table, rowFrom(doc, table, key, known, scope));
      const kept = rowsHere(table).get(key);
      if (row && (!kept || canonical(row) !== canonical(kept))) put[table] = [...(put[table] ?? []), row];
    }
    const gone = [...rowsHere(table).keys()].filter((key) => !stands(table, said.get(key)));
    if (gone.length > 0) remove[table] = gone;
  }
  return { put, remove };
}

/** Whether an annotation that comes anew was deleted for good elsewhere, and not changed since. */
function isBuried(facts: DocumentFacts, table: TableName, key: string, row: Row): boolean {
  const tombstone = table === 'annotations' && facts.get('tombstones')?.get(key)?.get('at')?.[0];
  return tombstone ? Number(row.updated) <= Number(tombstone.json) : false;
}

/** A row as the schema of its table knows it; `null` when it is none. */
function valid(table: TableName, row: Row): Row | null {
  const parsed = v.safeParse(TABLES[table].schema as unknown as v.GenericSchema<unknown, Row>, row);
  return parsed.success ? parsed.output : null;
}

/** A document that is made of these updates. Its author is new each time: a device set back to an old state never says two things as the same author. */
function docOf(updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  const [high, low] = crypto.getRandomValues(new Uint32Array(2));
  // 52 bits: Yjs's own 32 would meet themselves too soon where every change is by a new author.
  doc.clientID = ((high ?? 0) % 2 ** 20) * 2 ** 32 + (low ?? 0);
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

/** Takes up updates. One that cannot be read may have left the document half changed: it is then made anew, without it. */
function withUpdates(doc: Y.Doc, updates: Uint8Array[]): { doc: Y.Doc; refused: number } {
  if (updates.length === 0) return { doc, refused: 0 };
  const before = Y.encodeStateAsUpdate(doc);
  for (const update of updates) {
    try {
      Y.applyUpdate(doc, update);
    } catch {
      const anew = withUpdates(
        docOf([before]),
        updates.filter((one) => one !== update),
      );
      return { doc: anew.doc, refused: anew.refused + 1 };
    }
  }
  return { doc, refused: 0 };
}

import type { DBCore, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie';
import { documentOf, isSynced } from './documents';

/** A document whose rows were changed since sync last took them up. */
export interface ChangedDocument {
  document: string;
}

const CHANGES = 'changes';

/**
 * Notes, in the very transaction of every change and whoever makes it, which documents it touches: nothing has to be
 * compared to know what waits, and nothing is missed when a context is killed.
 * Dexie's own way to see all writes (https://dexie.org/docs/DBCore/DBCore).
 */
export const noteChanges: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'note changes',
  // Below Dexie's own layers: they look for the transaction in a zone that our awaiting would lose.
  level: -2,
  create(core) {
    // While a library of the first version is upgraded there is no such table yet.
    if (!core.schema.tables.some(({ name }) => name === CHANGES)) return core;
    return {
      ...core,
      transaction(tables, mode, options) {
        const notes = mode === 'readwrite' && tables.some(isSynced) && !tables.includes(CHANGES);
        return core.transaction(notes ? [...tables, CHANGES] : tables, mode, options);
      },
      table: (name) => (isSynced(name) ? noting(core.table(name), core.table(CHANGES)) : core.table(name)),
    };
  },
};

const noting = (table: DBCoreTable, changes: DBCoreTable): DBCoreTable => ({
  ...table,
  async mutate(request) {
    // Both are asked for at once, and answered in this order: what is deleted is read before.
    const reading = touched(table, request);
    const done = table.mutate(request);
    const documents = new Set((await reading).map((row) => documentOf(table.name, row)));
    const values = [...documents].filter((name) => name !== null).map((document) => ({ document }));
    if (values.length > 0) await changes.mutate({ type: 'put', trans: request.trans, values });
    return done;
  },
});

/** The rows that are written, or, of those deleted, what they were. */
async function touched(table: DBCoreTable, request: DBCoreMutateRequest): Promise<unknown[]> {
  const { trans } = request;
  if (request.type === 'add' || request.type === 'put') return [...request.values];
  if (request.type === 'delete') return (await table.getMany({ trans, keys: [...request.keys] })).filter(Boolean);
  const query = { index: table.schema.primaryKey, range: request.range };
  return (await table.query({ trans, values: true, query })).result;
}

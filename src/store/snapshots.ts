import { Dexie, type Table } from 'dexie';
import { UnwordedError } from '../core/unworded';
import { Library, library } from './library';
import { Reopened } from './reopened';
import { type Content, emptyContent } from './rows';
import { snapshotFiles } from './snapshot-files';

/** A picture of the whole library at a moment, without its rows. */
export interface Snapshot {
  /** `2026-11-22` for the day's own; with the time behind it for one taken before a restore or an import. */
  id: string;
  /** Milliseconds since 1970. */
  taken: number;
  why: 'day' | 'restoring' | 'importing';
  /** How many annotations stand in it, and how many are in its bin. */
  annotations: number;
  binned: number;
}

/** The rows of a snapshot as they were, whatever tables the library had then. */
interface SnapshotRows {
  id: string;
  /** Schema version of the library, and its tables' schemas in Dexie's words: enough to upgrade the rows later. */
  version: number;
  schema: Record<string, string>;
  tables: Record<string, unknown[]>;
}

/** Something noted about keeping, by its name: see keeping.ts. */
interface MarkRow {
  name: string;
  value: unknown;
}

/** A second database, so that what befalls the library does not befall its snapshots. */
class Vault extends Reopened {
  declare snapshots: Table<Snapshot, string>;
  declare rows: Table<SnapshotRows, string>;
  declare marks: Table<MarkRow, string>;

  constructor() {
    super('counterpoint-vault', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ snapshots: 'id, taken', rows: 'id', marks: 'name' });
  }
}

export const vault = new Vault();

const DAY = 86_400_000;

/** Takes the day's snapshot unless there is one already, or nothing is kept yet. Safe to call at every reading and write. */
export async function takeDailySnapshot(now: number = Date.now()): Promise<void> {
  const id = dayOf(now);
  const isTaken = async () => (await vault.snapshots.get(id)) !== undefined;
  if (await isTaken()) return;
  if ((await library.annotations.count()) + (await library.ownClaims.count()) === 0) return;
  // The vault may have been emptied today, with the library: the day's snapshot is of before then.
  await withoutFail(takeUpFiles);
  if (!(await isTaken())) await take(id, 'day', now);
}

/**
 * Takes a snapshot whatever there is, and then does something big. What fails, or is called off, has changed nothing:
 * its snapshot goes with it.
 */
export async function afterSnapshot<Done>(
  why: 'restoring' | 'importing',
  deed: () => Promise<Done>,
  now: number = Date.now(),
): Promise<{ before: Snapshot; done: Done }> {
  const before = await take(`${dayOf(now)} ${now}`, why, now);
  try {
    return { before, done: await deed() };
  } catch (error) {
    // What was called off is told, and not that a snapshot was left.
    await drop([before.id]).catch(() => undefined);
    throw error;
  }
}

async function drop(ids: string[]): Promise<void> {
  await vault.transaction('rw', vault.snapshots, vault.rows, async () => {
    await vault.snapshots.bulkDelete(ids);
    await vault.rows.bulkDelete(ids);
  });
  await withoutFail(() => snapshotFiles.remove(ids));
}

/** All snapshots, newest first. */
export const allSnapshots = (): Promise<Snapshot[]> => vault.snapshots.orderBy('taken').reverse().toArray();

/** Until when the reader has decided what the library is to be: by a restore, or by leaving it as it is. */
const DECIDED = 'decided';

/**
 * The newest snapshot whose annotations are gone without a trace, as the reader's own deleting never leaves it: the browser
 * has emptied a damaged database. `null` when all is well.
 */
export async function emptiedSince(): Promise<Snapshot | null> {
  const [snapshots, deleted, oldest, decided] = await Promise.all([
    allSnapshots(),
    library.tombstones.count(),
    library.annotations.orderBy('created').first(),
    vault.marks.get(DECIDED),
  ]);
  if (deleted > 0) return null;
  const [after, before] = [Number(decided?.value ?? 0), oldest?.created ?? Number.POSITIVE_INFINITY];
  return snapshots.find(({ taken, annotations }) => annotations > 0 && taken > after && taken < before) ?? null;
}

/** Leaves the library as it is: what is gone is not offered again. Its snapshots stay. */
export async function leaveEmptied(now: number = Date.now()): Promise<void> {
  await vault.marks.put({ name: DECIDED, value: now });
}

/** Takes into the vault the snapshots that only files hold any more. */
export async function takeUpFiles(): Promise<void> {
  const known = new Set(await vault.snapshots.toCollection().primaryKeys());
  for (const id of await snapshotFiles.ids()) {
    if (known.has(id)) continue;
    try {
      const { snapshot, rows } = (await snapshotFiles.read(id)) as Filed;
      await vault.transaction('rw', vault.snapshots, vault.rows, async () => {
        await vault.snapshots.put(snapshot);
        await vault.rows.put(rows);
      });
    } catch (error) {
      console.warn('A file of a snapshot is left out:', error);
    }
  }
}

/** Ids of the snapshots that stand in files, newest first: they are there also where no database can be opened. */
export const filedSnapshots = async (): Promise<string[]> => (await snapshotFiles.ids()).sort().reverse();

/**
 * What the library held, of a snapshot in a file. No version so far changed rows; one that does has to upgrade them here.
 * @throws when there is no such file, or it is damaged
 */
export async function filedContent(id: string): Promise<Content> {
  const { rows } = (await snapshotFiles.read(id)) as Filed;
  return { ...emptyContent(), ...rows.tables } as Content;
}

/**
 * Puts the library back as it was in a snapshot, in one transaction, after a snapshot of what is there now.
 * @param beside whether what is there now stays, and stands where both have a row
 * @returns the snapshot taken before: restoring that one undoes this
 * @throws when the snapshot is gone, or was taken by a newer Counterpoint; nothing is changed then
 */
export async function restoreSnapshot(id: string, now: number = Date.now(), beside = false): Promise<Snapshot> {
  const kept = await vault.rows.get(id);
  if (!kept) throw new UnwordedError('error_snapshot_gone');
  await library.open();
  if (kept.version > library.verno) throw new UnwordedError('error_snapshot_newer');
  const tables = kept.version < library.verno ? await upgraded(kept) : kept.tables;
  const putBack = () =>
    library.transaction('rw', library.keeping, async () => {
      for (const table of library.keeping) {
        const present = beside ? await table.toArray() : [];
        await table.clear();
        await table.bulkAdd(tables[table.name] ?? []);
        await table.bulkPut(present);
      }
    });
  const { before } = await afterSnapshot('restoring', putBack, now);
  await leaveEmptied(now);
  return before;
}

async function take(id: string, why: Snapshot['why'], taken: number): Promise<Snapshot> {
  await library.open();
  const tables = library.keeping;
  const read = await library.transaction('r', tables, () =>
    Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
  const schema = Object.fromEntries(tables.map((table) => [table.name, schemaOf(table)]));
  const rows = { id, version: library.verno, schema, tables: Object.fromEntries(read) };
  const annotations = (rows.tables.annotations ?? []) as { deleted?: number | null }[];
  const standing = annotations.filter(({ deleted }) => deleted === null).length;
  const snapshot = { id, taken, why, annotations: standing, binned: annotations.length - standing };
  // The file first: where the vault has a snapshot, no other is taken that day.
  await withoutFail(() => snapshotFiles.write(id, { snapshot, rows } satisfies Filed));
  const gone = await vault.transaction('rw', vault.snapshots, vault.rows, async () => {
    await vault.snapshots.put(snapshot);
    await vault.rows.put(rows);
    const known = await vault.snapshots.toArray();
    return known.map((one) => one.id).filter((one) => !keptOf(known, taken).has(one));
  });
  await drop(gone);
  return snapshot;
}

/** What a snapshot's file holds. */
interface Filed {
  snapshot: Snapshot;
  rows: SnapshotRows;
}

/** The files are a second copy: where there can be none, the vault has the first. */
const withoutFail = (deed: () => Promise<void>): Promise<void> =>
  deed().catch((error: unknown) => console.warn('No file of a snapshot:', error));

/**
 * The snapshots that stay: those of the last 7 days, and of the 4 weeks before today the last of each. Those taken before
 * a restore or an import stay 7 days.
 * @returns their ids
 */
export function keptOf(snapshots: Pick<Snapshot, 'id' | 'taken' | 'why'>[], now: number): Set<string> {
  const kept = new Set<string>();
  const weeks = new Set<number>();
  for (const { id, taken, why } of [...snapshots].sort((a, b) => b.taken - a.taken)) {
    // A week is counted on the calendar, not from today: else its last one would be another every day.
    const week = Math.floor((taken / DAY + 3) / 7);
    const lastOfWeek = why === 'day' && taken > now - 28 * DAY && !weeks.has(week);
    if (why === 'day') weeks.add(week);
    if (taken > now - 7 * DAY || lastOfWeek) kept.add(id);
  }
  return kept;
}

/** Rows of an older schema, taken through the library's own upgrades in a database of their own. */
async function upgraded({ version, schema, tables }: SnapshotRows): Promise<Record<string, unknown[]>> {
  const name = 'counterpoint-upgrading';
  await Dexie.delete(name);
  const old = new Dexie(name);
  // Dexie counts versions in tenths inside the browser and tells them in whole numbers.
  old.version(version).stores(schema);
  for (const table of old.tables) await table.bulkAdd(tables[table.name] ?? []);
  old.close();
  const newer = new Library(name);
  const read = await Promise.all(newer.keeping.map(async (table) => [table.name, await table.toArray()] as const));
  newer.close();
  await Dexie.delete(name);
  return Object.fromEntries(read);
}

/** A table's schema as `stores()` takes it: the primary key, then the indexes. */
const schemaOf = ({ schema: { primKey, indexes } }: Table): string =>
  [primKey.src, ...indexes.map(({ src }) => src)].join(', ');

/** The day in the reader's time zone: `2026-11-22`. */
function dayOf(time: number): string {
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

import { documentOf } from '../../../src/store/documents';
import { type Content, emptyContent } from '../../../src/store/rows';
import type { ConflictFound } from '../../../src/sync/conflicts';
import { keyOf, type Row, TABLES_IN, type TableName } from '../../../src/sync/fields';
import { annotationsIn, type DocumentRows, mergeDocument, openDocument } from '../../../src/sync/merge-document';

/** A device: its library by table and key, its documents, and the time on its own clock. */
export class TestDevice {
  readonly tables = new Map<TableName, Map<string, Row>>();
  readonly #documents = new Map<string, Uint8Array>();
  /** By document, what was received and not yet taken up. */
  readonly inbox = new Map<string, Uint8Array[]>();
  /** What its reader is asked about. */
  conflicts: ConflictFound[] = [];
  /** What its reader has decided of, to be told. */
  settled: ConflictFound[] = [];

  constructor(content: Content = emptyContent()) {
    for (const [table, rows] of Object.entries(content) as [TableName, Row[]][]) {
      this.tables.set(table, new Map(rows.map((row) => [this.#keyOf(table, row), structuredClone(row)])));
    }
  }

  rows<T extends TableName>(table: T): Map<string, Content[T][number]> {
    return this.tables.get(table) as unknown as Map<string, Content[T][number]>;
  }

  put<T extends TableName>(table: T, row: Content[T][number]): void {
    this.tables.get(table)?.set(this.#keyOf(table, row), structuredClone(row) as unknown as Row);
  }

  receive(document: string, update: Uint8Array): void {
    this.inbox.set(document, [...(this.inbox.get(document) ?? []), update]);
  }

  /** Takes up what happened on both sides. @returns what the others have to know, by document */
  sync(now: number): Map<string, Uint8Array> {
    const names = new Set([...this.#documents.keys(), ...this.inbox.keys()]);
    for (const [table, rows] of this.tables) {
      for (const row of rows.values()) names.add(documentOf(table, row) ?? 'rest');
    }
    const sent = new Map<string, Uint8Array>();
    for (const name of names) {
      const update = this.#step(name, now);
      if (update) sent.set(name, update);
    }
    this.settled = [];
    return sent;
  }

  #step(name: string, now: number): Uint8Array | null {
    const open = openDocument(name, this.#documents.get(name) ?? null);
    const rows: DocumentRows = {};
    for (const table of TABLES_IN[open.scope.of]) {
      const all = [...(this.tables.get(table)?.values() ?? [])];
      rows[table] =
        table === 'tombstones'
          ? all.filter(({ id }) => annotationsIn(open).includes(String(id)))
          : all.filter((row) => documentOf(table, row) === name);
    }
    const merged = mergeDocument(open, rows, this.inbox.get(name) ?? [], now, this.settled);
    this.conflicts = this.conflicts.filter(({ id }) => !open.facts.get('annotations')?.has(id));
    this.conflicts.push(...merged.conflicts);
    this.inbox.delete(name);
    this.#documents.set(name, merged.state);
    for (const [table, put] of Object.entries(merged.put) as [TableName, Row[]][]) {
      for (const row of put) this.tables.get(table)?.set(this.#keyOf(table, row), row);
    }
    for (const [table, keys] of Object.entries(merged.remove) as [TableName, string[]][]) {
      for (const row of rows[table] ?? []) {
        if (keys.includes(keyOf(table, row))) this.tables.get(table)?.delete(this.#keyOf(table, row));
      }
    }
    return merged.update;
  }

  /** The whole state of every document, as a device that compacts its files would send it. */
  get states(): ReadonlyMap<string, Uint8Array> {
    return this.#documents;
  }

  /** This device as it is now, to be set back to. */
  backup(): TestDevice {
    const copy = new TestDevice();
    for (const [table, rows] of this.tables) copy.tables.set(table, structuredClone(rows));
    for (const [name, state] of this.#documents) copy.#documents.set(name, state);
    return copy;
  }

  content(): Content {
    const content = emptyContent() as unknown as Record<TableName, Row[]>;
    for (const [table, rows] of this.tables) {
      content[table] = [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    }
    return content as unknown as Content;
  }

  /** A row's key in the whole library, where `keyOf` is one within a document. */
  #keyOf(table: TableName, row: unknown): string {
    return `${table === 'tombstones' ? '' : documentOf(table, row)} ${keyOf(table, row)}`;
  }
}

/** Lets devices tell each other everything until nobody has anything to say. @throws when they never come to rest */
export function settle(devices: TestDevice[], now = 1e12): void {
  for (let round = 0; round < 10; round++) {
    let quiet = true;
    for (const device of devices) {
      for (const [name, update] of device.sync(now)) {
        quiet = false;
        for (const other of devices) if (other !== device) other.receive(name, update);
      }
    }
    if (quiet && devices.every(({ inbox }) => inbox.size === 0)) return;
  }
  throw new Error('The devices never came to rest.');
}

export const ARTICLE = '2022/11/one';

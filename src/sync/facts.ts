import * as Y from 'yjs';
import { canonical } from '../exchange/canonical';
import { wellFormed } from '../exchange/reading';
import type { DocumentScope } from '../store/documents';
import { FIELDS, type Row, type TableName } from './fields';
import { shortHash } from './short-hash';
import { editsBetween } from './text-edits';

/**
 * Rows as a CRDT document. A document is a set of facts, "this row's color is blue", in one Y.Map, and a Y.Text for each
 * text. To set a field is to add its fact and take away those one knows of the same field; so values set on two devices
 * at the same time both stand until somebody sets the field anew, and a row that is deleted here and changed there lives.
 */

/** A value of a field. */
export interface Fact {
  /** Its key in the map. */
  at: string;
  /** For `each`, the element's place; else when it was said, milliseconds since 1970. */
  stamp: number;
  /** The value as canonical JSON. */
  json: string;
}

/** What a document says of a row: its facts by field. */
export type RowFacts = Map<string, Fact[]>;
/** What a document says, by table and key. */
export type DocumentFacts = Map<TableName, Map<string, RowFacts>>;

const factsOf = (doc: Y.Doc): Y.Map<[stamp: number, json: string]> => doc.getMap('facts');
const textOf = (doc: Y.Doc, table: TableName, key: string, field: string): Y.Text =>
  doc.getText(JSON.stringify([table, key, field]));

/** Reads all facts of a document; what is malformed (whoever has the secret may have written it) is passed over. */
export function readFacts(doc: Y.Doc): DocumentFacts {
  const read: DocumentFacts = new Map();
  const places = placesIn.get(doc) ?? new Map<string, Place | null>();
  placesIn.set(doc, places);
  for (const [at, value] of factsOf(doc)) {
    const known = places.get(at);
    const place = known === undefined ? placeOf(at) : known;
    places.set(at, place);
    if (!place || !Array.isArray(value) || typeof value[0] !== 'number' || typeof value[1] !== 'string') continue;
    const [table, key, field] = place;
    const rows = read.get(table) ?? new Map<string, RowFacts>();
    const row = rows.get(key) ?? new Map<string, Fact[]>();
    const facts = row.get(field) ?? [];
    facts.push({ at, stamp: value[0], json: value[1] });
    read.set(table, rows.set(key, row.set(field, facts)));
  }
  return read;
}

/** Of each document the places its keys name: it is read several times in one merge, and has as many keys as facts. */
const placesIn = new WeakMap<Y.Doc, Map<string, Place | null>>();

function placeOf(at: string): Place | null {
  const parts = parsed(at);
  if (!Array.isArray(parts)) return null;
  const [table, key, field] = parts as unknown[];
  if (typeof table !== 'string' || typeof key !== 'string' || typeof field !== 'string') return null;
  if (!Object.hasOwn(FIELDS, table) || !Object.hasOwn(FIELDS[table as TableName].fields, field)) return null;
  return [table as TableName, key, field];
}

/** Whether a row is there: something that was written, not only observed. */
export const stands = (table: TableName, facts: RowFacts | undefined): boolean =>
  [...(facts?.keys() ?? [])].some((field) => FIELDS[table].fields[field] !== 'last');

/** A row as its facts and texts have it; fields nobody has set are not there. Checked by nobody yet. */
export function rowFrom(doc: Y.Doc, table: TableName, key: string, facts: RowFacts, scope: DocumentScope): Row {
  const row: Row = { ...FIELDS[table].given(key, scope) };
  for (const [field, kind] of Object.entries(FIELDS[table].fields)) {
    const values = facts.get(field) ?? [];
    if (kind === 'text') row[field] = textOf(doc, table, key, field).toString();
    else if (kind === 'each') row[field] = inOrder(values).map(({ json }) => parsed(json));
    else if (values.length > 0) row[field] = parsed(shown(values).json);
  }
  return row;
}

/** Of several values of a field, the one that is shown: the later; of one moment, whichever, but on every device the same. */
const shown = (facts: Fact[]): Fact => inOrder(facts).at(-1) as Fact;

/** By stamp, then by value: the last is the one that is shown. */
export const inOrder = (facts: Fact[]): Fact[] =>
  [...facts].sort((a, b) => a.stamp - b.stamp || (a.json < b.json ? -1 : a.json > b.json ? 1 : 0));

/** The origin of changes that were made here. */
export const LOCAL = 'local';

/** A document in the middle of a change. */
export interface Writing {
  doc: Y.Doc;
  /** Where first words of texts are planted, see plant(); joined to the document after the change. */
  seeds: Y.Doc;
  /** Milliseconds since 1970, for rows that tell no time. */
  now: number;
}

/** Changes a document as its author here: one transaction, then the first words of new texts. */
export function change(doc: Y.Doc, now: number, deed: (writing: Writing) => void): void {
  const seeds = new Y.Doc();
  doc.transact(() => deed({ doc, seeds, now }), LOCAL);
  if (seeds.share.size > 0) Y.applyUpdate(doc, Y.encodeStateAsUpdate(seeds), LOCAL);
  seeds.destroy();
}

/** Makes a document say what a row says; facts that say it already stay untouched. */
export function writeRow(writing: Writing, table: TableName, key: string, row: Row, known: RowFacts): void {
  const { doc, now } = writing;
  const { fields, changed } = FIELDS[table];
  const stamp = changed?.(row as never) ?? now;
  for (const [field, kind] of Object.entries(fields)) {
    const value = row[field];
    const facts = known.get(field) ?? [];
    if (kind === 'text') writeText(writing, [table, key, field], wellFormed(String(value)), facts, stamp);
    else if (kind === 'each') writeEach(doc, [table, key, field], value as unknown[], facts);
    else writeOne(doc, [table, key, field], value, facts, kind === 'last' ? momentOf(value) : stamp);
  }
}

/** Leaves of these fields the value that is shown, and takes away the others. */
export function settle({ doc }: Writing, known: RowFacts | undefined, fields: readonly string[]): void {
  for (const field of fields) {
    const facts = known?.get(field) ?? [];
    for (const { at } of inOrder(facts).slice(0, -1)) factsOf(doc).delete(at);
  }
}

/** When an observation was made: its `at`, or what it is. */
const momentOf = (value: unknown): number => Number((value as { at?: unknown } | undefined)?.at ?? value ?? 0);

/** Takes everything from a document that it says of a row. */
export function eraseRow({ doc }: Writing, table: TableName, key: string, known: RowFacts): void {
  for (const { at } of [...known.values()].flat()) factsOf(doc).delete(at);
  for (const [field, kind] of Object.entries(FIELDS[table].fields)) {
    const text = kind === 'text' && textOf(doc, table, key, field);
    if (text && text.length > 0) text.delete(0, text.length);
  }
}

type Place = [table: TableName, key: string, field: string];

function writeOne(doc: Y.Doc, place: Place, value: unknown, known: Fact[], stamp: number): void {
  const json = value === undefined ? null : canonical(value);
  if (known.length > 0 ? shown(known).json === json : json === null) return;
  const at = json === null ? null : JSON.stringify([...place, shortHash(json)]);
  for (const fact of known) if (fact.at !== at) factsOf(doc).delete(fact.at);
  if (at !== null && json !== null) factsOf(doc).set(at, [stamp, json]);
}

function writeEach(doc: Y.Doc, place: Place, elements: unknown[], known: Fact[]): void {
  const { rank } = FIELDS[place[0]];
  const wanted = [...new Set(elements.map(canonical))];
  if (canonical(inOrder(known).map(({ json }) => json)) === canonical(wanted)) return;
  const kept = known.filter(({ json }) => wanted.includes(json));
  for (const { at } of known.filter((fact) => !kept.includes(fact))) factsOf(doc).delete(at);
  // Places count on from those there are; only where that would put another order they are all given anew.
  const last = Math.max(-1, ...kept.map(({ stamp }) => stamp));
  const appended = canonical(inOrder(kept).map(({ json }) => json)) === canonical(wanted.slice(0, kept.length));
  for (const [i, json] of wanted.entries()) {
    const stamp = rank ? rank(JSON.parse(json) as never) : appended ? last + 1 + i - kept.length : i;
    const fact = kept.find((one) => one.json === json);
    if (fact && (appended || fact.stamp === stamp)) continue;
    factsOf(doc).set(fact?.at ?? JSON.stringify([...place, shortHash(json)]), [stamp, json]);
  }
}

/** The words, and as a fact which words they were: of a text that two devices wrote on at the same time, two stand. */
function writeText(writing: Writing, place: Place, wanted: string, known: Fact[], stamp: number): void {
  const name = JSON.stringify(place);
  const text = writing.doc.getText(name);
  const present = text.toString();
  if (present === wanted) return;
  writeOne(writing.doc, place, shortHash(wanted), known, stamp);
  if (present === '' && plant(writing, name, wanted)) return;
  for (const { at, remove, insert } of editsBetween(present, wanted)) {
    if (remove > 0) text.delete(at, remove);
    if (insert !== '') text.insert(at, insert);
  }
}

/**
 * Writes a text's first words as an author of their own, who is known by the words alone. Two devices that had the same
 * note before they ever met (by an export and an import) write the very same change, and the words stand there once.
 * @returns false when these words were planted here before (and deleted since): they are to be written as any others
 */
function plant({ doc, seeds }: Writing, name: string, words: string): boolean {
  const author = shortHash(`${name}\n${words}`);
  if (Y.getState(doc.store, author) > 0) return false;
  seeds.clientID = author;
  seeds.getText(name).insert(0, words);
  return true;
}

/** What a fact says; `undefined` when it is malformed. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

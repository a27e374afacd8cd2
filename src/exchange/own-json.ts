import * as v from 'valibot';
import type { Unworded } from '../core/unworded';
import type { Content } from '../store/rows';
import { emptyContent } from '../store/rows';
import { canonical } from './canonical';
import { because, droppedField, parseJson, type Reading, type Refused, reasonOf, refusedFile } from './reading';
import { counting, type Told } from './selection';
import { TABLE_NAMES, TABLES } from './tables';

/** Names our own format in the file. */
export const OWN_FORMAT = 'counterpoint-library';
/** Counted up when a file of the new kind could be misread by an older Counterpoint. */
const VERSION = 1;

/**
 * The whole library as our own JSON: every table, every field, the bin included; a row a line, ordered by key, and no
 * time of writing, so that export, import into an empty library, export gives the same bytes.
 * @throws UnwordedError when a row holds something that is not JSON
 */
export function toOwnJson(content: Content, told?: Told): string {
  const written = counting(
    TABLE_NAMES.reduce((sum, name) => sum + content[name].length, 0),
    told,
  );
  const tables = TABLE_NAMES.map((name) => {
    const rows = sortedRows(name, content, written).map((row) => `\n    ${row}`);
    return `  ${JSON.stringify(name)}: [${rows.join(',')}${rows.length > 0 ? '\n  ' : ''}]`;
  });
  return `{\n  "format": "${OWN_FORMAT}",\n  "version": ${VERSION},\n${tables.join(',\n')}\n}\n`;
}

function sortedRows<T extends keyof Content>(name: T, content: Content, written: () => void): string[] {
  const key = TABLES[name].key as (row: Content[T][number]) => string;
  const rows = (content[name] as Content[T][number][]).map((row) => {
    const line = { key: key(row), json: canonical(row) };
    written();
    return line;
  });
  return rows.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ json }) => json);
}

const envelope = v.looseObject({ format: v.literal(OWN_FORMAT), version: v.pipe(v.number(), v.integer()) });

/** Reads our own JSON. Tables, and fields of rows, that this version does not know are refused by name, not dropped. */
export function fromOwnJson(text: string): Reading {
  const rows = emptyContent();
  const json = parseJson(text);
  if ('refused' in json) return { rows, refused: [json.refused] };
  const file = v.safeParse(envelope, json.value);
  if (!file.success) return { rows, refused: [refusedFile('refused_not_ours')] };
  const { version } = file.output;
  if (version < 1 || version > VERSION) {
    return { rows, refused: [refusedFile('refused_newer', { version, reads: VERSION })] };
  }
  const refused: Refused[] = [];
  const tables = json.value as Record<string, unknown>;
  for (const name of Object.keys(tables)) {
    if (name === 'format' || name === 'version' || isTable(name)) continue;
    refused.push({ where: atTable(name), ...because('refused_table') });
  }
  for (const name of TABLE_NAMES) {
    const table = Object.hasOwn(tables, name) ? tables[name] : [];
    if (Array.isArray(table)) readTable(name, table, rows, refused);
    else refused.push({ where: atTable(name), ...because('refused_no_list') });
  }
  return { rows, refused };
}

const atTable = (table: string): Unworded => ({ key: 'exchange_at_table', values: { table: table.slice(0, 100) } });

const isTable = (name: string): name is keyof Content => Object.hasOwn(TABLES, name);

function readTable<T extends keyof Content>(name: T, table: unknown[], rows: Content, refused: Refused[]): void {
  const schema = TABLES[name].schema as v.GenericSchema<unknown, Content[T][number]>;
  const taken = rows[name] as Content[T][number][];
  for (const [i, row] of table.entries()) {
    const where: Unworded = { key: 'exchange_at_table_row', values: { table: name, row: i + 1 } };
    const parsed = v.safeParse(schema, row);
    const dropped = parsed.success ? droppedField(row, parsed.output) : null;
    if (!parsed.success) refused.push({ where, ...reasonOf(parsed.issues) });
    else if (dropped !== null) {
      refused.push({ where, field: dropped.slice(0, 100), ...because('refused_field') });
    } else taken.push(parsed.output);
  }
}

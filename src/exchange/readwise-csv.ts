import Papa from 'papaparse';
import { parsePageAddress } from '../core/address';
import { foldHeadline } from '../core/headline';
import type { Unworded } from '../core/unworded';
import type { Content } from '../store/rows';
import { adopt, type ForeignNote } from './foreign';
import { because, type Reading, type Refused, refusedFile, wellFormed } from './reading';
import { isoTime, type Told, wordsOf, writeNotes } from './selection';

/**
 * CSV (RFC 4180) with the columns Readwise imports (Highlight, Title, Author, URL, Note, Location, Date: see
 * https://readwise.io/import_bulk) and two that its own export has, Color and Tags. A claim's own words are not the
 * article's: notes on claims go along with the statement as highlight, and come back as notes on words not found.
 */
const COLUMNS = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date', 'Color', 'Tags'] as const;
/** Our names of the columns that Readwise's own export calls otherwise. */
const ALSO: Record<string, string> = {
  'book title': 'title',
  'book author': 'author',
  'highlighted at': 'date',
  'source url': 'url',
};
/** Between tags, as Readwise's export has it. */
const TAG_BREAK = ',';

/**
 * What a spreadsheet would run as a formula gets an apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection);
 * so does what already begins with apostrophes before such a character, so that reading takes away exactly what was put.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/u;
const guard = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
const unguard = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);

/** A tag with a comma in it is quoted within its cell, as a cell is within its row. */
const writeTags = (tags: string[]): string => (tags.length === 0 ? '' : Papa.unparse([tags], { newline: '\n' }));
const readTags = (cell: string): string[] =>
  cell === '' ? [] : Papa.parse<string[]>(cell, { delimiter: TAG_BREAK }).data.flat();

/**
 * What stands in the library, without the bin, as CSV for Readwise and for spreadsheets.
 * @param authorOf an article's author by its key, where known
 */
export function toReadwiseCsv(content: Content, authorOf: (key: string) => string, told?: Told): string {
  const written = writeNotes(
    content,
    (one, { key, url, headline }, nth) => {
      const { note, created, color, tags } = one;
      const place = [wordsOf(one), headline, authorOf(key), url];
      const row = [...place, note, String(nth), isoTime(created), color, writeTags(tags)];
      return row.map((cell) => guard(wellFormed(cell)));
    },
    told,
  );
  const cells = [[...COLUMNS], ...written.flatMap(({ pieces }) => pieces)];
  return `${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}

/**
 * Reads a CSV that has at least a column Highlight and knows each article by URL or, as in Readwise's own export, by
 * its title alone.
 * @param known articles whose headlines are known here
 * @param now milliseconds since 1970, for rows without a date
 */
export function fromReadwiseCsv(text: string, known: { url: string; headline: string }[], now: number): Reading {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',', newline: lineBreakOf(text) });
  const head = (data[0] ?? []).map((name) => ALSO[name.trim().toLowerCase()] ?? name.trim().toLowerCase());
  if (!head.includes('highlight')) {
    return { ...adopt([], now), refused: [refusedFile('refused_no_column', { column: 'Highlight' })] };
  }
  const byHeadline = new Map(known.map(({ url, headline }) => [foldHeadline(headline), url]));
  const refused: Refused[] = [];
  const notes: ForeignNote[] = [];
  for (const [i, row] of data.entries()) {
    if (i === 0 || (row.length === 1 && row[0] === '')) continue;
    const where: Unworded = { key: 'exchange_at_row', values: { row: i + 1 } };
    const cell = (name: string) => unguard(row[head.indexOf(name)] ?? '');
    const title = cell('title');
    const folded = foldHeadline(title);
    const url = parsePageAddress(cell('url')) ? cell('url') : folded && byHeadline.get(folded);
    if (!url) {
      refused.push({ where, ...because('refused_unknown_title') });
      continue;
    }
    const quote = { exact: cell('highlight'), prefix: '', suffix: '' };
    notes.push({
      where,
      url,
      headline: title,
      target: { kind: 'words', quote },
      note: cell('note'),
      tags: readTags(cell('tags')),
      color: cell('color'),
      created: cell('date'),
      updated: '',
      id: null,
    });
  }
  const { rows, refused: unfit } = adopt(notes, now);
  return { rows, refused: [...refused, ...unfit] };
}

/** The line break after the head, whose names hold none; the parser's own guess errs when cells hold other ones. */
function lineBreakOf(text: string): '\r\n' | '\n' | '\r' {
  const [found = '\n'] = /\r\n|\n|\r/.exec(text) ?? [];
  return found as '\r\n' | '\n' | '\r';
}

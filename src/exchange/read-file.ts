import { emptyContent } from '../store/rows';
import { fromHypothesisJson } from './hypothesis-json';
import { asList, field } from './loose';
import { fromOwnJson, OWN_FORMAT } from './own-json';
import { parseJson, type Reading, type Refused, refusedFile } from './reading';
import { fromReadwiseCsv } from './readwise-csv';
import { fromW3cJson } from './w3c-json';

export type ImportFormat = 'Counterpoint' | 'W3C Web Annotation' | 'Hypothesis' | 'Readwise CSV';

/** A file that was read: of which format it turned out to be, `null` when of none. */
export interface ReadFile extends Reading {
  format: ImportFormat | null;
}

/**
 * Reads a file of any format we know, recognised by what is in it and not by its name.
 * @param known articles by which a CSV without addresses knows its titles
 * @param now milliseconds since 1970, for notes without a time
 */
export function readFile(bytes: Uint8Array, known: { url: string; headline: string }[], now: number): ReadFile {
  const text = decode(bytes);
  if (text === null) return unread(refusedFile('refused_encoding'));
  if (!/^\uFEFF?\s*[[{]/.test(text)) return { format: 'Readwise CSV', ...fromReadwiseCsv(text, known, now) };
  const json = parseJson(text);
  if ('refused' in json) return unread(json.refused);
  if (field(json.value, 'format') === OWN_FORMAT) return { format: 'Counterpoint', ...fromOwnJson(text) };
  if (Array.isArray(field(json.value, 'annotations')) || Array.isArray(field(json.value, 'rows'))) {
    return { format: 'Hypothesis', ...fromHypothesisJson(text, now) };
  }
  const [first] = asList(json.value);
  const types = asList(field(first, 'type'));
  if (types.some((type) => type === 'Annotation' || type === 'AnnotationPage' || type === 'AnnotationCollection')) {
    return { format: 'W3C Web Annotation', ...fromW3cJson(text, now) };
  }
  return unread(refusedFile('refused_format'));
}

const unread = (refused: Refused): ReadFile => ({ format: null, rows: emptyContent(), refused: [refused] });

/** Strictly: a byte that is no UTF-8 would become another character without a word. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

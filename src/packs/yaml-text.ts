import { parseDocument } from 'yaml';
import { t } from '../i18n/messages';
import { PackRefused } from './pack-refused';

/** Characters of YAML that are read: its parser takes a second for a million, and a larger pack can be compiled. */
const LARGEST_YAML = 2_000_000;
/** Columns before a line's first word: a pack has thirty. A parser that follows thousands takes the page down. */
const WIDEST = 200;
/** Brackets within brackets, those in quotes counted too. */
const DEEPEST_FLOW = 100;

/**
 * Reads a text of YAML as plain values.
 * @throws PackRefused for what is none, and for aliases, which let a few lines stand for gigabytes
 */
export function parseYaml(text: string): unknown {
  if (text.length > LARGEST_YAML) throw new PackRefused(t('pack_yaml_large', { count: LARGEST_YAML / 1_000_000 }));
  if (isDeep(text)) throw new PackRefused(t('pack_deep'));
  // Of version 1.2, in which a date is text and `no` is a word.
  const document = parseDocument(text, { schema: 'core' });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) throw new PackRefused(t('pack_no_yaml', { reason: fault.message.split('\n', 1)[0] ?? '' }));
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw new PackRefused(t('pack_no_yaml', { reason: error instanceof Error ? error.message : String(error) }));
  }
}

/** Known before anything is parsed. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const line of text.split('\n')) {
    if ((/^(?:[ \t]|[-?:](?=\s))*/.exec(line)?.[0].length ?? 0) > WIDEST) return true;
    for (const char of line) {
      if (char === '[' || char === '{') depth++;
      else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
      if (depth > DEEPEST_FLOW) return true;
    }
  }
  return false;
}

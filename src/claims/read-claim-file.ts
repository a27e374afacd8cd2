import * as v from 'valibot';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';

export interface SourceFile {
  path: string;
  text: string;
}

export type Path = (string | number)[];

/** A claim file that follows its schema. */
export interface Opened<T> {
  content: T;
  /** `file:line` of a place in the file. */
  at: (path: Path) => string;
}

/** Reads a claim file. @returns `null` when anything is wrong with it; `faults` then says what, a line each: `file:line: reason` */
export function readClaimFile<Schema extends v.GenericSchema>(
  file: SourceFile,
  schema: Schema,
  faults: string[],
): Opened<v.InferOutput<Schema>> | null {
  const quick = readJson(file, schema);
  if (quick) {
    let located: ReturnType<typeof locator> | null = null;
    return {
      content: quick,
      at(path) {
        located ??= locator(file);
        return located.at(path);
      },
    };
  }
  const { document, lines, at } = locator(file);
  for (const error of document.errors) {
    faults.push(`${file.path}:${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`);
  }
  if (document.errors.length > 0) return null;
  const parsed = v.safeParse(schema, document.toJS());
  if (parsed.success) return { content: parsed.output, at };
  for (const issue of parsed.issues) {
    const path = (issue.path?.map((step) => step.key) ?? []) as Path;
    const missing = issue.input === undefined ? 'is missing' : issue.message;
    const unknown = issue.type === 'strict_object' && issue.expected === 'never' ? 'is not a known field' : missing;
    faults.push(`${at(path)}: ${path.join('.') || 'the file'} ${unknown}`);
  }
  return null;
}

/**
 * What a program wrote, as JSON: read a hundred times faster, which counts where there are many. `null` when there is
 * anything wrong with it; JSON is YAML, whose parser says where.
 */
function readJson<Schema extends v.GenericSchema>({ path, text }: SourceFile, schema: Schema) {
  if (!path.endsWith('.json')) return null;
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** The file as a tree that knows the place of each of its nodes. */
function locator({ path, text }: SourceFile) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (node: Path) => `${path}:${lines.linePos(offsetOf(document, node)).line}`;
  return { document, lines, at };
}

/** Where a path begins in the file; for one that is missing, where its nearest parent does. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

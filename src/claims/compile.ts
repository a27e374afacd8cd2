import * as v from 'valibot';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { parseArticleAddress } from '../core/address';
import type { Source } from '../core/claim';
import type { StoredArticle } from './database';
import { type ArticleFile, articleFile, type BibliographyFile, bibliographyFile } from './schema';

export interface SourceFile {
  path: string;
  text: string;
}

/** All that is wrong with the claim files, a line each: `file:line: reason`. */
export class ClaimFileError extends Error {
  override name = 'ClaimFileError';
}

type Path = (string | number)[];

/**
 * Checks the claim files against their schema and each other, and gives the articles one by one: many are never in
 * memory at once. What was given counts only when all is through.
 * @throws ClaimFileError at the end, that names file, line and reason of everything that is wrong
 */
export function* compileClaims(articles: Iterable<SourceFile>, bibliography: SourceFile): Generator<StoredArticle> {
  const faults: string[] = [];
  const works = read(bibliography, bibliographyFile, faults);
  const uncited = new Set(Object.keys(works?.content ?? {}));
  const files = new Map<string, string>();
  for (const file of articles) {
    const opened = read(file, articleFile, faults);
    if (!opened) continue;
    const { article, ...rest } = opened.content;
    const key = parseArticleAddress(article.url)?.key ?? '';
    const other = files.get(key);
    if (other) faults.push(`${opened.at(['article', 'url'])}: this article is already in ${other}`);
    files.set(key, file.path);
    if (!works) continue;
    checkReferences(opened, works.content, faults);
    const cited = worksCited(opened.content, works.content);
    for (const source of Object.keys(cited)) uncited.delete(source);
    yield { ...article, key, ...rest, works: cited };
  }
  // While a file cannot be read nobody knows what it cites.
  if (faults.length === 0) {
    for (const source of uncited) faults.push(`${works?.at([source])}: no claim file cites "${source}"`);
  }
  if (faults.length > 0) throw new ClaimFileError(faults.join('\n'));
}

/** The works that an article cites, as the reader is shown them. */
function worksCited({ claims, glossary, checks }: ArticleFile, works: BibliographyFile): Record<string, Source> {
  const cited = [
    ...claims.flatMap(({ counterarguments, support }) => [...counterarguments, ...support]),
    ...glossary,
    ...checks,
  ].flatMap(({ sources }) => sources.map(({ key }) => key));
  return Object.fromEntries(
    [...new Set(cited)].sort().flatMap((key) => {
      if (!Object.hasOwn(works, key)) return [];
      const { verified: _, ...work } = works[key] as BibliographyFile[string];
      return [[key, work]];
    }),
  );
}

interface Opened<T> {
  content: T;
  /** `file:line` of a place in the file. */
  at: (path: Path) => string;
}

function read<Schema extends v.GenericSchema>(
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

function checkReferences(file: Opened<ArticleFile>, sources: BibliographyFile, faults: string[]): void {
  const { claims, glossary, checks } = file.content;
  const cite = (path: Path, cited: { key: string }[]) => {
    for (const [i, { key }] of cited.entries()) {
      if (!Object.hasOwn(sources, key)) faults.push(`${file.at([...path, i])}: no source "${key}" in the bibliography`);
    }
  };
  const ids = new Set<string>();
  for (const [i, claim] of claims.entries()) {
    if (ids.has(claim.id)) faults.push(`${file.at(['claims', i, 'id'])}: the id "${claim.id}" is used twice`);
    ids.add(claim.id);
    for (const side of ['counterarguments', 'support'] as const) {
      for (const [j, argument] of claim[side].entries()) cite(['claims', i, side, j, 'sources'], argument.sources);
    }
  }
  for (const [i, entry] of glossary.entries()) cite(['glossary', i, 'sources'], entry.sources);
  for (const [i, check] of checks.entries()) cite(['checks', i, 'sources'], check.sources);
}

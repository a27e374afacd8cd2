import * as v from 'valibot';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { parseArticleAddress } from '../core/address';
import type { ClaimDatabase } from './database';
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
 * Checks the claim files against their schema and each other, and makes the database of them.
 * @throws ClaimFileError that names file, line and reason of everything that is wrong.
 */
export function compileClaims(articles: SourceFile[], bibliography: SourceFile): ClaimDatabase {
  const faults: string[] = [];
  const sources = read(bibliography, bibliographyFile, faults);
  const database: ClaimDatabase = { articles: [], sources: {} };
  const keys = new Map<string, string>();
  for (const file of articles) {
    const opened = read(file, articleFile, faults);
    if (!opened) continue;
    const key = parseArticleAddress(opened.content.article.url)?.key ?? '';
    const other = keys.get(key);
    if (other) faults.push(`${opened.at(['article', 'url'])}: this article is already in ${other}`);
    keys.set(key, file.path);
    if (sources) checkReferences(opened, sources.content, faults);
    checkRelations(opened, faults);
    const { article, events, glossary: terms, ...rest } = opened.content;
    const glossary = terms.map(({ forms, ...entry }) => ({ ...entry, forms: forms ?? [entry.term] }));
    const dated = events.map(({ bears_on: bearsOn, ...event }) => ({ ...event, bearsOn }));
    dated.sort((a, b) => (a.date < b.date ? -1 : 1));
    database.articles.push({ ...article, key, ...rest, events: dated, glossary });
  }
  if (faults.length > 0) throw new ClaimFileError(faults.join('\n'));
  for (const [key, { verified: _, ...source }] of Object.entries(sources?.content ?? {}))
    database.sources[key] = source;
  return database;
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
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines });
  for (const error of document.errors) {
    faults.push(`${file.path}:${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`);
  }
  if (document.errors.length > 0) return null;
  const at = (path: Path) => `${file.path}:${lines.linePos(offsetOf(document, path)).line}`;
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

/** Where a path begins in the file; for one that is missing, where its nearest parent does. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function checkReferences(file: Opened<ArticleFile>, sources: BibliographyFile, faults: string[]): void {
  const { claims, events, glossary, checks } = file.content;
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
  for (const [i, event] of events.entries()) cite(['events', i, 'sources'], event.sources);
  for (const [i, entry] of glossary.entries()) cite(['glossary', i, 'sources'], entry.sources);
  for (const [i, check] of checks.entries()) cite(['checks', i, 'sources'], check.sources);
}

/** What claims say of each other, and events of claims: that it is there, leads in no circle, and comes after the article. */
function checkRelations({ content, at }: Opened<ArticleFile>, faults: string[]): void {
  const byId = new Map(content.claims.map((claim) => [claim.id, claim]));
  for (const [i, claim] of content.claims.entries()) {
    if (claim.supports === undefined) continue;
    const where = at(['claims', i, 'supports']);
    if (!byId.has(claim.supports)) faults.push(`${where}: no claim "${claim.supports}" in this file`);
    const passed = new Set<string>();
    let next: string | undefined = claim.id;
    while (next !== undefined && !passed.has(next)) {
      passed.add(next);
      next = byId.get(next)?.supports;
    }
    if (next === claim.id) faults.push(`${where}: "${claim.id}" supports itself in the end`);
  }
  for (const [i, event] of content.events.entries()) {
    // A month has no day: it is later than the article unless it was over before.
    if (event.date < content.article.published.slice(0, event.date.length)) {
      faults.push(`${at(['events', i, 'date'])}: ${event.date} is before the article`);
    }
    for (const [j, id] of event.bears_on.entries()) {
      const claim = byId.get(id);
      const where = at(['events', i, 'bears_on', j]);
      if (!claim) faults.push(`${where}: no claim "${id}" in this file`);
      else if (![...claim.counterarguments, ...claim.support].some(({ type }) => type === 'later-events')) {
        faults.push(`${where}: "${id}" has no argument of the type later-events`);
      }
    }
  }
}

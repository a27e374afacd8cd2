import { parseArticleAddress } from '../core/address';
import type { ClaimLink, Source } from '../core/claim';
import type { StoredArticle } from './database';
import { circlesOf, type LinkedClaim } from './links';
import type { Opened, Path } from './read-claim-file';
import type { ArticleFile, BibliographyFile } from './schema';

/** An article file, and what it is called. */
export type OpenedFile = Opened<ArticleFile> & { path: string };
/** With its article's key. */
type OpenedArticle = Opened<ArticleFile> & { key: string };

/**
 * Checks article files, each right by itself, against their bibliography and each other. Gives the articles one by one;
 * those that link to claims at the end, and only if nothing is wrong.
 * @param works `null` when the bibliography is wrong itself
 * @param faults takes what is wrong, a line each: `place: reason`
 */
export function* checkedArticles(
  articles: Iterable<OpenedFile>,
  works: Opened<BibliographyFile> | null,
  faults: string[],
): Generator<StoredArticle> {
  const uncited = new Set(Object.keys(works?.content ?? {}));
  const files = new Map<string, string>();
  /** Where each claim is: its article's key and file. */
  const homes = new Map<string, { articleKey: string; path: string }>();
  /** Articles that link to claims, perhaps of files not yet read. */
  const waiting: OpenedArticle[] = [];
  for (const opened of articles) {
    const key = parseArticleAddress(opened.content.article.url)?.key ?? '';
    const other = files.get(key);
    if (other) faults.push(`${opened.at(['article', 'url'])}: this article is already in ${other}`);
    files.set(key, opened.path);
    for (const [i, { id }] of opened.content.claims.entries()) {
      const home = homes.get(id);
      const where = home?.path === opened.path ? 'used twice' : `already a claim of ${home?.path}`;
      if (home) faults.push(`${opened.at(['claims', i, 'id'])}: the id "${id}" is ${where}`);
      homes.set(id, { articleKey: key, path: opened.path });
    }
    if (!works) continue;
    checkCitations(opened, works.content, faults);
    checkEvents(opened, faults);
    for (const source of citedIn(opened.content)) uncited.delete(source);
    const article = { ...opened, key };
    if (opened.content.claims.some(hasLinks)) waiting.push(article);
    else yield stored(article, works.content, () => []);
  }
  const linkTo = (id: string): ClaimLink[] => {
    const home = homes.get(id);
    return home ? [{ articleKey: home.articleKey, claimId: id }] : [];
  };
  checkLinks(waiting, linkTo, faults);
  // While a file cannot be read nobody knows what it cites.
  if (faults.length === 0) {
    for (const source of uncited) faults.push(`${works?.at([source])}: no claim file cites "${source}"`);
  }
  if (faults.length > 0) return;
  for (const article of waiting) yield stored(article, works?.content ?? {}, linkTo);
}

const LINKS = ['supports', 'depends-on', 'contradicts'] as const;

const hasLinks = (claim: ArticleFile['claims'][number]): boolean => LINKS.some((kind) => claim[kind].length > 0);

/** The article as the database keeps it. */
function stored(
  { content: { article, claims, events, glossary: terms, checks }, key }: OpenedArticle,
  works: BibliographyFile,
  linkTo: (id: string) => ClaimLink[],
): StoredArticle {
  const glossary = terms.map(({ forms, ...entry }) => ({ ...entry, forms: forms ?? [entry.term] }));
  const dated = events.map(({ bears_on: bearsOn, ...event }) => ({ ...event, bearsOn }));
  return {
    ...article,
    key,
    claims: claims.map(({ 'depends-on': dependsOn, supports, contradicts, ...claim }) => ({
      ...claim,
      supports: supports.flatMap(linkTo),
      dependsOn: dependsOn.flatMap(linkTo),
      contradicts: contradicts.flatMap(linkTo),
    })),
    events: dated.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    glossary,
    checks,
    works: worksCited({ claims, events, glossary, checks }, works),
  };
}

type Citing = Pick<ArticleFile, 'claims' | 'events' | 'checks'> & {
  glossary: Pick<ArticleFile['glossary'][number], 'sources'>[];
};

/** The keys of the works that an article cites. */
function citedIn({ claims, events, glossary, checks }: Citing): Set<string> {
  const args = claims.flatMap(({ counterarguments, support }) => [...counterarguments, ...support]);
  return new Set([...args, ...events, ...glossary, ...checks].flatMap(({ sources }) => sources.map(({ key }) => key)));
}

/** The works that an article cites, as the reader is shown them. */
function worksCited(citing: Citing, works: BibliographyFile): Record<string, Source> {
  return Object.fromEntries(
    [...citedIn(citing)].sort().flatMap((key) => {
      if (!Object.hasOwn(works, key)) return [];
      const { verified: _, ...work } = works[key] as BibliographyFile[string];
      return [[key, work]];
    }),
  );
}

function checkCitations(file: Opened<ArticleFile>, sources: BibliographyFile, faults: string[]): void {
  const { claims, events, glossary, checks } = file.content;
  const cite = (path: Path, cited: { key: string }[]) => {
    for (const [i, { key }] of cited.entries()) {
      if (!Object.hasOwn(sources, key)) faults.push(`${file.at([...path, i])}: no source "${key}" in the bibliography`);
    }
  };
  for (const [i, claim] of claims.entries()) {
    for (const side of ['counterarguments', 'support'] as const) {
      for (const [j, argument] of claim[side].entries()) cite(['claims', i, side, j, 'sources'], argument.sources);
    }
  }
  for (const [i, event] of events.entries()) cite(['events', i, 'sources'], event.sources);
  for (const [i, entry] of glossary.entries()) cite(['glossary', i, 'sources'], entry.sources);
  for (const [i, check] of checks.entries()) cite(['checks', i, 'sources'], check.sources);
}

/** Every link leads to a claim that is there, and no claim is, through others, a reason for itself. */
function checkLinks(files: OpenedArticle[], linkTo: (id: string) => ClaimLink[], faults: string[]): void {
  const linked: LinkedClaim[] = [];
  for (const file of files) {
    for (const [i, claim] of file.content.claims.entries()) {
      for (const kind of LINKS) {
        for (const [j, id] of claim[kind].entries()) {
          const at = file.at(['claims', i, kind, j]);
          if (id === claim.id) faults.push(`${at}: a claim cannot be linked to itself`);
          else if (linkTo(id).length === 0) faults.push(`${at}: there is no claim "${id}"`);
        }
      }
      const supports = claim.supports.filter((id) => id !== claim.id).flatMap(linkTo);
      linked.push({ articleKey: file.key, id: claim.id, at: file.at(['claims', i, 'id']), supports });
    }
  }
  for (const circle of circlesOf(linked)) {
    const names = [...circle, ...circle.slice(0, 1)].map(({ id }) => id).join(' supports ');
    faults.push(`${circle[0]?.at}: a circle of reasons: ${names}`);
  }
}

/** What an event bears on is there, was argued, and the event came after the article. */
function checkEvents({ content, at }: Opened<ArticleFile>, faults: string[]): void {
  const byId = new Map(content.claims.map((claim) => [claim.id, claim]));
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

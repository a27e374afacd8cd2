import type { ArticleName } from '../../core/article-name';
import type { ArticleClaims } from '../../core/claim';
import { toBibtex, toCslJson, toRis, worksOf } from '../../exchange/citations';
import { type Titled, toHtml } from '../../exchange/html';
import { toHypothesisJson } from '../../exchange/hypothesis-json';
import { type ArticleFacts, type MarkdownTemplate, toMarkdownZip } from '../../exchange/markdown';
import { toOwnJson } from '../../exchange/own-json';
import { toReadwiseCsv } from '../../exchange/readwise-csv';
import type { Told } from '../../exchange/selection';
import { toW3cJson } from '../../exchange/w3c-json';
import type { Key } from '../../i18n/messages';
import { type KnownArticles, knownAmong } from '../../known/lookup';
import type { Content } from '../../store/rows';

/** A format the reader can choose. */
export interface ExportFormat {
  id: string;
  name: string;
  /** The message that says more than the name, which is put into it. */
  named?: Key;
  /** What it is good for, in a sentence. */
  about: Key;
  /** The file's name without the date. */
  extension: string;
  type: string;
  make: (content: Content, known: KnownArticles, wish: Wish, told: Told) => string | Uint8Array<ArrayBuffer>;
}

/** How the reader wants a file. */
export interface Wish {
  /** Of Markdown; ours when none is given. */
  template?: MarkdownTemplate;
  /** The heading of a reading copy. */
  titled: Titled;
}

/** What an export's worker is asked for: a format by its id, and what goes into it. */
export interface Asked extends Wish {
  format: string;
  content: Content;
}

/** What the articles of the library are known by, those of which only notes are there among them. */
function namesIn({ annotations, articles }: Content): Map<string, ArticleName> {
  const noted = annotations.map(({ articleKey }) => ({ key: articleKey, headline: '' }));
  return new Map([...noted, ...articles].map(({ key, headline }) => [key, { key, headline }]));
}

/** Looks up what the claim database knows of the articles of the library. */
export const knownIn = (content: Content): Promise<KnownArticles> => knownAmong(namesIn(content).values());

/** What the claim database knows of an article of the library, or its page said. */
export function factsOf(content: Content, { claimsOf }: KnownArticles): (key: string) => ArticleFacts {
  const names = namesIn(content);
  const authors = new Map(content.articles.map(({ key, author }) => [key, author]));
  return (key) => {
    const known = claimsOf(names.get(key) ?? { key, headline: '' });
    return { author: known?.author ?? authors.get(key) ?? '', published: known?.published ?? '' };
  };
}

/** The articles that notes stand on, as far as the claim database has them. */
function citedIn(content: Content, { claimsOf }: KnownArticles): ArticleClaims[] {
  const names = namesIn(content);
  const standing = content.annotations.filter(({ deleted }) => deleted === null);
  const keys = new Set(standing.map(({ articleKey }) => articleKey));
  const known = [...keys].sort().map((key) => claimsOf(names.get(key) ?? { key, headline: '' }));
  return [...new Map(known.flatMap((one) => (one ? [[one.key, one]] : []))).values()];
}

/** Every format, our own first: it alone holds everything. */
export const EXPORT_FORMATS: [ExportFormat, ...ExportFormat[]] = [
  {
    id: 'counterpoint',
    name: 'Counterpoint (JSON)',
    about: 'exchange_about_own',
    extension: 'json',
    type: 'application/json',
    make: (content, _, __, told) => toOwnJson(content, told),
  },
  {
    id: 'markdown',
    name: 'zip',
    named: 'exchange_obsidian',
    about: 'exchange_about_markdown',
    extension: 'zip',
    type: 'application/zip',
    make: (content, known, { template }, told) => toMarkdownZip(content, factsOf(content, known), template, told),
  },
  {
    id: 'readwise',
    name: 'Readwise (CSV)',
    about: 'exchange_about_readwise',
    extension: 'csv',
    type: 'text/csv',
    make: (content, known, _, told) => {
      const facts = factsOf(content, known);
      return toReadwiseCsv(content, (key) => facts(key).author, told);
    },
  },
  {
    id: 'w3c',
    name: 'W3C Web Annotation (JSON-LD)',
    about: 'exchange_about_w3c',
    extension: 'jsonld',
    type: 'application/ld+json',
    make: (content, _, __, told) => toW3cJson(content, told),
  },
  {
    id: 'hypothesis',
    name: 'Hypothesis (JSON)',
    about: 'exchange_about_hypothesis',
    extension: 'hypothesis.json',
    type: 'application/json',
    make: (content, _, __, told) => toHypothesisJson(content, Date.now(), told),
  },
  {
    id: 'html',
    name: 'HTML',
    named: 'exchange_reading_copy',
    about: 'exchange_about_html',
    extension: 'html',
    type: 'text/html',
    make: (content, _, { titled }, told) => toHtml(content, titled, told),
  },
  {
    id: 'bibtex',
    name: 'BibTeX',
    named: 'exchange_bibliography',
    about: 'exchange_about_cited',
    extension: 'bib',
    type: 'text/x-bibtex',
    make: (content, known) => toBibtex(worksOf(citedIn(content, known))),
  },
  {
    id: 'ris',
    name: 'RIS',
    named: 'exchange_bibliography',
    about: 'exchange_about_cited',
    extension: 'ris',
    type: 'application/x-research-info-systems',
    make: (content, known) => toRis(worksOf(citedIn(content, known))),
  },
  {
    id: 'csl',
    name: 'CSL-JSON',
    named: 'exchange_bibliography',
    about: 'exchange_about_cited',
    extension: 'csl.json',
    type: 'application/vnd.citationstyles.csl+json',
    make: (content, known) => toCslJson(worksOf(citedIn(content, known))),
  },
];

/** The file of an export: `counterpoint-2026-11-22.json`. */
export async function exportFile(format: ExportFormat, { content, ...wish }: Asked, told: Told): Promise<File> {
  const day = new Intl.DateTimeFormat('sv').format(Date.now());
  const made = format.make(content, await knownIn(content), wish, told);
  return new File([made], `counterpoint-${day}.${format.extension}`, { type: format.type });
}

import { claimsOf } from '../../claims/lookup';
import type { ArticleClaims } from '../../core/claim';
import { toBibtex, toCslJson, toRis, worksOf } from '../../exchange/citations';
import { toHtml } from '../../exchange/html';
import { toHypothesisJson } from '../../exchange/hypothesis-json';
import { type ArticleFacts, DEFAULT_TEMPLATE, type MarkdownTemplate, toMarkdownZip } from '../../exchange/markdown';
import { toOwnJson } from '../../exchange/own-json';
import { toReadwiseCsv } from '../../exchange/readwise-csv';
import { toW3cJson } from '../../exchange/w3c-json';
import type { Content } from '../../store/content';

/** A format the reader can choose. */
export interface ExportFormat {
  id: string;
  name: string;
  /** What it is good for, in a sentence. */
  about: string;
  /** The file's name without the date. */
  extension: string;
  type: string;
  make: (content: Content, template: MarkdownTemplate) => string | Uint8Array<ArrayBuffer>;
}

/** What the claim database knows of an article of the library. */
export function factsOf(content: Content): (key: string) => ArticleFacts {
  const headlines = new Map(content.articles.map(({ key, headline }) => [key, headline]));
  return (key) => {
    const known = claimsOf({ key, headline: headlines.get(key) ?? '' });
    return { author: known?.author ?? '', published: known?.published ?? '' };
  };
}

/** The articles that notes stand on, as far as the claim database has them. */
function citedIn({ annotations, articles }: Content): ArticleClaims[] {
  const headlines = new Map(articles.map(({ key, headline }) => [key, headline]));
  const keys = new Set(annotations.filter(({ deleted }) => deleted === null).map(({ articleKey }) => articleKey));
  const known = [...keys].sort().map((key) => claimsOf({ key, headline: headlines.get(key) ?? '' }));
  return [...new Map(known.flatMap((one) => (one ? [[one.key, one]] : []))).values()];
}

const CITED = 'The articles you have notes on, as far as our claim database has them, and the sources cited there.';

/** Every format, our own first: it alone holds everything. */
export const EXPORT_FORMATS: [ExportFormat, ...ExportFormat[]] = [
  {
    id: 'counterpoint',
    name: 'Counterpoint (JSON)',
    about: 'Everything, the bin and the settings included. The one to keep as a backup: it can be imported again.',
    extension: 'json',
    type: 'application/json',
    make: (content) => toOwnJson(content),
  },
  {
    id: 'markdown',
    name: 'Markdown for Obsidian (zip)',
    about: 'One file an article, written by a template of yours.',
    extension: 'zip',
    type: 'application/zip',
    make: (content, template) => toMarkdownZip(content, factsOf(content), template),
  },
  {
    id: 'readwise',
    name: 'Readwise (CSV)',
    about: 'A table with the columns that Readwise imports; opens in spreadsheets.',
    extension: 'csv',
    type: 'text/csv',
    make: (content) => toReadwiseCsv(content, (key) => factsOf(content)(key).author),
  },
  {
    id: 'w3c',
    name: 'W3C Web Annotation (JSON-LD)',
    about: 'The standard for annotations of the web.',
    extension: 'jsonld',
    type: 'application/ld+json',
    make: (content) => toW3cJson(content),
  },
  {
    id: 'hypothesis',
    name: 'Hypothesis (JSON)',
    about: 'As Hypothesis exports and imports it.',
    extension: 'hypothesis.json',
    type: 'application/json',
    make: (content) => toHypothesisJson(content, Date.now()),
  },
  {
    id: 'html',
    name: 'Reading copy (HTML)',
    about: 'One page to read or print, without script.',
    extension: 'html',
    type: 'text/html',
    make: (content) => toHtml(content),
  },
  {
    id: 'bibtex',
    name: 'Bibliography (BibTeX)',
    about: CITED,
    extension: 'bib',
    type: 'text/x-bibtex',
    make: (content) => toBibtex(worksOf(citedIn(content))),
  },
  {
    id: 'ris',
    name: 'Bibliography (RIS)',
    about: CITED,
    extension: 'ris',
    type: 'application/x-research-info-systems',
    make: (content) => toRis(worksOf(citedIn(content))),
  },
  {
    id: 'csl',
    name: 'Bibliography (CSL-JSON)',
    about: CITED,
    extension: 'csl.json',
    type: 'application/vnd.citationstyles.csl+json',
    make: (content) => toCslJson(worksOf(citedIn(content))),
  },
];

/** The file of an export: `counterpoint-2026-11-22.json`. */
export function exportFile(format: ExportFormat, content: Content, template: MarkdownTemplate): File {
  const day = new Intl.DateTimeFormat('sv').format(Date.now());
  return new File([format.make(content, template)], `counterpoint-${day}.${format.extension}`, { type: format.type });
}

/** The whole library as a file of our own format. */
export const backupFile = (content: Content): File => exportFile(EXPORT_FORMATS[0], content, DEFAULT_TEMPLATE);

import type { ArticleClaims, Citation, Source } from '../core/claim';
import { wellFormed } from './reading';

/** A work as a bibliography names it. */
interface Work {
  /** Unique in the list; lower-case letters and digits. */
  key: string;
  kind: 'article' | 'journal' | 'web' | 'other';
  author: string;
  title: string;
  venue: string;
  /** Year, and month and day where known. */
  date: [number, ...number[]];
  url: string;
  doi: string;
  note: string;
}

/** The articles, and every source their claims, terms and checks cite, once each, articles first. */
export function worksOf(articles: ArticleClaims[]): Work[] {
  const taken = new Set<string>();
  const known = new Set<string>();
  const works = articles.map((article) => articleWork(article, taken));
  for (const { source } of articles.flatMap(citationsIn)) {
    const name = JSON.stringify([source.author, source.title, source.venue, source.year]);
    if (!known.has(name)) works.push(sourceWork(source, taken));
    known.add(name);
  }
  return works;
}

const citationsIn = ({ claims, glossary, checks }: ArticleClaims): Citation[] => [
  ...claims.flatMap(({ counterarguments, support }) =>
    [...counterarguments, ...support].flatMap((one) => one.citations),
  ),
  ...glossary.flatMap(({ citations }) => citations),
  ...checks.flatMap(({ citations }) => citations),
];

function articleWork({ author, headline, published, url }: ArticleClaims, taken: Set<string>): Work {
  const [year = 0, ...rest] = published.split('-').map(Number);
  const key = keyOf(author, year, headline, taken);
  const work = { key, author, title: headline, venue: 'The Diplomat', url, doi: '', note: '' };
  return { ...work, kind: 'article', date: [year, ...rest] };
}

function sourceWork({ author, title, venue, year, url = '', note = '' }: Source, taken: Set<string>): Work {
  const doi = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\S+)$/.exec(url)?.[1] ?? '';
  const journal = /\b\d+\s?\(\d+/.test(venue);
  const kind = journal ? 'journal' : doi ? 'other' : url ? 'web' : 'other';
  return { key: keyOf(author, year, title, taken), kind, author, title, venue, date: [year], url, doi, note };
}

/** Last word of the author, year, first long word of the title: `vu2022current`; a letter where that is taken. */
function keyOf(author: string, year: number, title: string, taken: Set<string>): string {
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/đ/gi, 'd')
      .replace(/[^A-Za-z0-9 ]/g, '')
      .toLowerCase();
  const name = plain(author.replace(/\(.*?\)/g, ''))
    .trim()
    .split(/\s+/)
    .at(-1);
  const word =
    plain(title)
      .split(/\s+/)
      .find((one) => one.length > 3) ?? '';
  const base = `${name || 'anonymous'}${year}${word}`;
  let key = base;
  for (let i = 0; taken.has(key); i++)
    key = `${base}${String.fromCharCode(97 + (i % 26)).repeat(1 + Math.floor(i / 26))}`;
  taken.add(key);
  return key;
}

/**
 * CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html). Names are literal: which part of a name is the
 * family's we do not know, and a wrong guess is worse than none (Vietnamese names, offices, newspapers).
 */
export function toCslJson(works: Work[]): string {
  const types: Record<Work['kind'], string> = {
    article: 'article-magazine',
    journal: 'article-journal',
    web: 'webpage',
    other: 'document',
  };
  const items = works.map(({ key, kind, author, title, venue, date, url, doi, note }) => ({
    id: key,
    type: types[kind],
    author: [{ literal: author }],
    title,
    'container-title': venue,
    issued: { 'date-parts': [date] },
    ...(url ? { URL: url } : {}),
    ...(doi ? { DOI: doi } : {}),
    ...(note ? { note } : {}),
  }));
  return `${JSON.stringify(items, null, 2)}\n`;
}

/** BibTeX in UTF-8, for biber as for bibtex: authors in braces, as they are one name to us. */
export function toBibtex(works: Work[]): string {
  const entries = works.map(({ key, kind, author, title, venue, date: [year, month], url, doi, note }) => {
    const place = kind === 'article' || kind === 'journal' ? 'journal' : 'howpublished';
    const fields = [
      ['author', `{${tex(author)}}`],
      ['title', `{${tex(title)}}`],
      [place, tex(venue)],
      ['year', String(year)],
      ['month', month ? String(month) : ''],
      ['url', url.replace(/[{}\\]/g, encodeURIComponent)],
      ['doi', doi.replace(/[{}\\]/g, encodeURIComponent)],
      ['note', tex(note)],
    ].filter(([, value]) => value !== '');
    const type = place === 'journal' ? 'article' : 'misc';
    return `@${type}{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},`).join('\n')}\n}\n`;
  });
  return entries.join('\n');
}

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const tex = (text: string): string => oneLine(text).replace(/[\\~^{}%&#$_]/g, (char) => TEX[char] ?? `\\${char}`);

/** RIS, as reference managers read it (https://en.wikipedia.org/wiki/RIS_(file_format), specification of 2011). */
export function toRis(works: Work[]): string {
  const types: Record<Work['kind'], string> = { article: 'MGZN', journal: 'JOUR', web: 'ELEC', other: 'GEN' };
  const entries = works.map(({ key, kind, author, title, venue, date: [year, month, day], url, doi, note }) => {
    const two = (part: number | undefined) => (part ? String(part).padStart(2, '0') : '');
    const lines = [
      ['TY', types[kind]],
      ['ID', key],
      ['AU', author],
      ['TI', title],
      ['T2', venue],
      ['PY', String(year)],
      ['DA', month ? `${year}/${two(month)}/${two(day)}/` : ''],
      ['DO', doi],
      ['UR', url],
      ['N1', note],
    ].filter(([, value]) => value !== '');
    return `${lines.map(([tag, value = '']) => `${tag}  - ${oneLine(value)}`).join('\r\n')}\r\nER  - \r\n`;
  });
  return entries.join('\r\n');
}

/** A line break would begin a field of the file's own. */
const oneLine = (text: string): string =>
  wellFormed(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

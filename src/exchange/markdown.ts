import { strToU8, zipSync } from 'fflate';
import type { Annotation } from '../core/annotation';
import type { Content } from '../store/rows';
import { wellFormed } from './reading';
import { type ArticleNotes, isoTime, type Told, wordsOf, writeNotes } from './selection';

/** How an article's file is written: `{{name}}` stands for a field, anything else for itself. */
export interface MarkdownTemplate {
  article: string;
  highlight: string;
}

/** The fields a template knows; others stay as they are, so that a slip of the pen shows. */
export const ARTICLE_FIELDS = ['properties', 'headline', 'url', 'author', 'published', 'count', 'highlights'] as const;
export const HIGHLIGHT_FIELDS = ['quote', 'note', 'tags', 'color', 'created', 'link', 'id'] as const;

export const DEFAULT_TEMPLATE: MarkdownTemplate = {
  article: '{{properties}}\n\n# {{headline}}\n\n[The article]({{url}}), {{author}}\n\n{{highlights}}\n',
  highlight: '{{quote}}\n\n{{note}}\n\n{{tags}} [·]({{link}})\n',
};

/** What is known of an article beyond the library: from the claim database. Empty where it is not known. */
export interface ArticleFacts {
  author: string;
  /** `2022-11`, `2025-07-16`. */
  published: string;
}

/** One file an article, for Obsidian (https://help.obsidian.md): its name, unique whatever the case, and its text. */
export function toMarkdown(
  content: Content,
  factsOf: (key: string) => ArticleFacts,
  template: MarkdownTemplate = DEFAULT_TEMPLATE,
  told?: Told,
): { name: string; text: string }[] {
  const taken = new Set<string>();
  const written = writeNotes(content, (one, { url }) => highlightText(one, url, template.highlight), told);
  return written.map(({ article, pieces }) => ({
    name: `${fileNameOf(article, taken)}.md`,
    text: articleText(article, pieces, factsOf(article.key), template.article),
  }));
}

/** The same files in a zip; equal content gives equal bytes. */
export function toMarkdownZip(...args: Parameters<typeof toMarkdown>): Uint8Array<ArrayBuffer> {
  const files = toMarkdown(...args).map(({ name, text }) => [name, strToU8(text)] as const);
  // A zip knows no time before 1980; one fixed time keeps equal content equal. Local, since fflate writes local time.
  return zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(2000, 0, 1) });
}

function articleText(article: ArticleNotes, highlights: string[], facts: ArticleFacts, template: string): string {
  const { url, headline, annotations } = article;
  const { author, published } = facts;
  return fill(template, {
    properties: propertiesOf(article, facts),
    headline: inline(headline || article.key),
    url: linkable(url),
    author: inline(author),
    published,
    count: String(annotations.length),
    highlights: highlights.join('\n'),
  });
}

function highlightText(annotation: Annotation, url: string, template: string): string {
  const { id, note, tags, color, created } = annotation;
  const filled = fill(template, {
    quote: `> ${inline(wordsOf(annotation))}`,
    note: wellFormed(note),
    tags: tags.map((tag) => `#${tagOf(tag)}`).join(' '),
    color,
    created: isoTime(created),
    link: linkable(url),
    id,
  });
  // Where there is no note or tag, no hole is left.
  return filled.replace(/\n{3,}/g, '\n\n');
}

/** One pass: a field's own braces are text, and are not filled again. */
function fill(template: string, fields: Record<string, string>): string {
  return template.replace(/\{\{\s*(\w+)\s*\}\}/g, (all, name: string) =>
    Object.hasOwn(fields, name) ? (fields[name] ?? all) : all,
  );
}

/** Front matter: every value a JSON string, which YAML 1.2 reads as it is. */
function propertiesOf({ url, headline, annotations }: ArticleNotes, { author, published }: ArticleFacts): string {
  const tags = [...new Set(annotations.flatMap((one) => one.tags.map(tagOf)))];
  const lines = Object.entries({ title: headline, url, author, published, tags })
    .filter(([, value]) => value.length > 0)
    .map(([name, value]) => `${name}: ${JSON.stringify(typeof value === 'string' ? wellFormed(value) : value)}`);
  return ['---', ...lines, '---'].join('\n');
}

/** Words of others as Markdown text on one line: nothing in them is markup, least of all HTML. */
const inline = (text: string): string =>
  wellFormed(text)
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_{}[\]<>#|~$=^&%]/g, '\\$&');

/** A parenthesis would end the link it stands in. */
const linkable = (url: string): string => url.replace(/[()]/g, (char) => (char === '(' ? '%28' : '%29'));

/** Obsidian's tags hold letters, digits, `_`, `-` and `/`, and not digits alone. */
function tagOf(tag: string): string {
  const clean = wellFormed(tag).replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-');
  return /^[\p{N}_/-]*$/u.test(clean) ? `t${clean}` : clean;
}

/** At most 80 characters, cut between words where there are any. */
function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= 80) return name;
  const cut = characters.slice(0, 80).join('');
  return (cut.replace(/ \S*$/u, '') || cut).trim();
}

/** A name every file system and Obsidian's links take; the second of the same name gets a number. */
function fileNameOf({ headline, key }: ArticleNotes, taken: Set<string>): string {
  const plain = wellFormed(headline || key)
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|#^[\]]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(plain) || plain === '';
  const base = shortened(reserved ? `Article ${plain}` : plain);
  let name = base;
  for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${base} ${i}`;
  taken.add(name.toLowerCase());
  return name;
}

import type { Annotation } from '../core/annotation';
import type { Content } from '../store/rows';
import { wellFormed } from './reading';
import { isoTime, type Told, wordsOf, writeNotes } from './selection';

const STYLE = `body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1rem/1.55 Georgia,serif;color:#1d1f22;background:#fffdf9}
article{margin-top:2.5rem}blockquote{margin:1.2rem 0 .3rem;padding-left:.9rem;border-left:4px solid var(--c)}
.note{white-space:pre-wrap;overflow-wrap:anywhere}small{color:#575c63}
.yellow{--c:#e9c83a}.green{--c:#7dbb7a}.blue{--c:#6fa8e0}.pink{--c:#e58aa8}.purple{--c:#a98be0}`;

/** What a page is called, and in which language (BCP 47) that is. */
export interface Titled {
  title: string;
  language: string;
}

/**
 * What stands in the library, without the bin, as one page to read or print: no script, no request (its own policy
 * forbids both), every text escaped.
 */
export function toHtml(content: Content, { title, language }: Titled, told?: Told): string {
  const articles = writeNotes(content, noteInHtml, told).map(
    ({ article: { key, url, headline }, pieces }) => `<article>
<h2 dir="auto"><a href="${escaped(url)}" rel="noreferrer">${escaped(headline || key)}</a></h2>
${pieces.join('\n')}
</article>`,
  );
  return `<!doctype html>
<html lang="${escaped(language)}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
<h1 dir="auto">${escaped(title)}</h1>
${articles.join('\n')}
</html>
`;
}

function noteInHtml(one: Annotation): string {
  const note = one.note ? `<p class="note" dir="auto">${escaped(one.note)}</p>\n` : '';
  const tags = one.tags.map((tag) => ` #${escaped(tag)}`).join('');
  const time = isoTime(one.created);
  return `<blockquote class="${one.color}" dir="auto">${escaped(wordsOf(one))}</blockquote>
${note}<p><small><time datetime="${time}">${time.slice(0, 10)}</time>${tags}</small></p>`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML text or attribute; what no page may contain (NUL, half characters) becomes U+FFFD. */
const escaped = (text: string): string =>
  wellFormed(text)
    .replaceAll('\0', '\uFFFD')
    .replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);

/** An article as plain text, to be laid out as the site lays articles out. */
export interface ArticleText {
  url: string;
  headline: string;
  lead?: string | null;
  author?: string | null;
  published?: string | null;
  sectionLine?: string | null;
  credit?: string | null;
  paragraphs: string[];
  after?: string[];
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char);

const STYLE = `
body { margin: 0; font: 18px/1.65 Georgia, serif; color: #1d1f22; background: #fff }
#td-top { position: fixed; top: 0; left: 0; right: 0; height: 56px; background: #fff; border-bottom: 3px solid #c00; font-weight: 700; line-height: 56px; padding: 0 24px; z-index: 5 }
main { max-width: 660px; margin: 96px auto 120px 80px } h1 { font-size: 34px; line-height: 1.2 }
.td-author, .td-date { font: 14px sans-serif; color: #575c63 }
@media (max-width: 900px) { main { margin: 80px 16px } }
@media (prefers-color-scheme: dark) { body, #td-top { color: #e6e6e6; background: #121314 } }`;

/** The article's page in the layout the site has had since 2025. */
export function layOut(article: ArticleText): string {
  const text = (words: string | null | undefined) => escapeHtml(words ?? '');
  const paragraphs = article.paragraphs.map((paragraph) => `<p>${text(paragraph)}</p>`).join('\n');
  return `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(article.headline)} – The Diplomat</title><link rel="canonical" href="${text(article.url)}">
<meta property="og:title" content="${text(article.headline)}"><style>${STYLE}</style></head>
<body class="single-post"><div id="td-top">The page of an article</div><main>
<header id="td-story-head"><h1 id="td-headline">${text(article.headline)}</h1>
<p id="td-lead">${text(article.lead)}</p>
<div id="td-meta"><span class="td-author">By ${text(article.author)}</span> <span class="td-date">${text(article.published)}</span></div></header>
<section id="tda-gated-body" class="td-prose">
${paragraphs}
</section>
<aside>${(article.after ?? []).map((line) => `<p>${text(line)}</p>`).join('')}</aside>
</main></body></html>`;
}

import { escapeHtml } from '../../scripts/site/layout';
import type { TestArticle } from './article';

/** A way in which the site, or whoever redesigns it, may lay out an article. */
export interface Layout {
  name: string;
  build: (article: TestArticle) => string;
}

const text = (words: string | null | undefined): string => escapeHtml(words ?? '');
const paragraph = (words: string): string => `<p>${text(words)}</p>`;
const paragraphs = ({ paragraphs: all }: TestArticle): string => all.map(paragraph).join('\n');

const AD =
  '<div class="td-ad-container--labeled" data-actirise="x"><span>Advertisement</span><p>Buy a boat, any boat, the best boat that money can buy on this coast today.</p></div>';
const NEWSLETTER =
  '<div id="td-box-newsletter"><h3>Newsletter</h3><p>Get a briefing of the story of the week, and developing stories to watch across the coast.</p></div>';
const SHARE = '<div id="td-share-bar" class="td-share"><a href="#">Share</a><a href="#">Print</a></div>';
const JOBS = (article: TestArticle): string => `<aside>${(article.after ?? []).map(paragraph).join('')}</aside>`;

const head = (article: TestArticle, extra = ''): string => `<!doctype html>
<html lang="en-US"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(article.headline)} – The Diplomat</title>
<link rel="canonical" href="${text(article.url)}"><meta property="og:title" content="${text(article.headline)}">
<script type="application/ld+json">{"@type":"Organization","name":"The Site"}</script>
<script type="application/ld+json">[{"@type":"NewsArticle","headline":${JSON.stringify(article.headline).replace(/</g, '\\u003c')},"datePublished":"${text(article.published)}"}]</script>
<style>body{margin:0;font:18px/1.6 Georgia,serif;color:#222;background:#fff} #td-top{position:fixed;top:0;left:0;right:0;height:50px;background:#eee}
main{max-width:660px;margin:80px auto 200px 60px} .tda-modal-window{display:none;position:fixed;inset:20% 20% auto;background:#fff;border:1px solid;padding:2em}</style>${extra}</head>`;

const storyHead = (
  article: TestArticle,
): string => `<div class="td-section">${text(article.sectionLine)}</div><p>Recent Features</p>
<header id="td-story-head"><h1 id="td-headline">${text(article.headline)}</h1><p id="td-lead">${text(article.lead)}</p>
<div id="td-meta"><span class="td-author">By ${text(article.author)}</span><span class="td-date"><meta itemprop="datePublished" content="${text(article.published)}">${text(article.published)}</span></div></header>
<div id="td-story-image" class="td-media--story"><img alt="${text(article.headline)}" src="data:,"><span>${text(article.credit)}</span></div>`;

const MODAL =
  '<div class="tda-modal-window"><p>You have read all your free articles of the month. Subscribe to go on reading, any time.</p></div>';

const page = (article: TestArticle, body: string, extra = ''): string =>
  `${head(article, extra)}<body class="single-post"><div id="td-top">The site</div><main>${body}</main>${MODAL}</body></html>`;

/** The paragraphs with something after every third one. */
const interrupted = (article: TestArticle, between: string): string =>
  article.paragraphs.map((words, i) => paragraph(words) + (i % 3 === 1 ? between : '')).join('\n');

/** Sentences split over text nodes by inline links, with no-break spaces around the linked words, as the site has them. */
const linked = (words: string): string =>
  `<p>${text(words)
    .split(' ')
    .map((word, i) => (i % 7 === 5 && !word.includes('&') ? `<a href="/tag/x/">${word}</a>` : word))
    .join(' ')
    .replace(/ <a /g, '\u00a0<a ')
    .replace(/<\/a> /g, '</a>\u00a0')}</p>`;

const spans = (words: string): string =>
  `<p>${text(words)
    .split(' ')
    .map((word) => `<span>${word}</span>`)
    .join(' ')}</p>`;

/** How the site has looked, as far as anybody has written it down; the nesting is varied because it is not known. */
export const siteLayouts: Layout[] = [
  {
    name: 'gated body (2025)',
    build: (a) => page(a, `${storyHead(a)}<section id="tda-gated-body">${paragraphs(a)}</section>${JOBS(a)}${SHARE}`),
  },
  {
    name: 'story body with inserts (2021-22)',
    build: (a) =>
      page(
        a,
        `${storyHead(a)}${SHARE}<div id="td-story-body">${interrupted(a, AD + NEWSLETTER)}${JOBS(a)}<div class="td-authors"><p>The author is somebody who has written this article and others for the site.</p></div></div>`,
      ),
  },
  {
    name: 'gated body within story body',
    build: (a) =>
      page(
        a,
        `<article>${storyHead(a)}<div id="td-story-body" class="td-prose">${SHARE}<section id="tda-gated-body" class="td-prose">${interrupted(a, '<figure class="wp-caption"><img alt="" src="data:,"><figcaption class="wp-caption-text">A caption that says what the picture shows, at some length, as captions sometimes do.</figcaption></figure>')}</section></div></article>`,
      ),
  },
  {
    name: 'first paragraph outside the gated body',
    build: (a) =>
      page(
        a,
        `${storyHead(a)}<div class="td-prose">${paragraph(a.paragraphs[0] ?? '')}</div><div class="td-prose"><section id="tda-gated-body">${a.paragraphs.slice(1).map(paragraph).join('')}</section></div>`,
      ),
  },
  {
    name: 'inline links and no-break spaces',
    build: (a) =>
      page(a, `${storyHead(a)}<section id="tda-gated-body">${a.paragraphs.map(linked).join('\n')}</section>`),
  },
  {
    name: 'no section line, no byline, no image',
    build: (a) =>
      page(a, `<h1 id="td-headline">${text(a.headline)}</h1><section class="td-prose">${paragraphs(a)}</section>`),
  },
];

/** How it may look after a redesign: none of the known names. */
export const unknownLayouts: Layout[] = [
  {
    name: 'redesign: hashed classes',
    build: (a) =>
      page(
        a,
        `<nav><a href="/">Home</a></nav><div class="x1"><h1 class="k9">${text(a.headline)}</h1><div class="q7">${paragraphs(a)}</div></div><div class="r2"><h2>More</h2>${'<div><a href="/2024/01/other/">Another article with a long headline that goes on and on, to be clicked</a></div>'.repeat(8)}</div>`,
      ),
  },
  {
    name: 'redesign: the text in several blocks',
    build: (a) => {
      const half = Math.ceil(a.paragraphs.length / 2);
      const block = (from: number, to: number) =>
        `<div class="b"><div class="c">${a.paragraphs.slice(from, to).map(paragraph).join('')}</div></div>`;
      return page(
        a,
        `<h1>${text(a.headline)}</h1><div class="a">${block(0, half)}${AD}${block(half, a.paragraphs.length)}</div><footer><p>All rights of this site are reserved, in every harbor and on every coast, for all times to come.</p></footer>`,
      );
    },
  },
  {
    name: 'redesign: line breaks instead of paragraphs',
    build: (a) =>
      page(a, `<h1>${text(a.headline)}</h1><div class="t">${a.paragraphs.map(text).join('<br><br>')}</div>`),
  },
  {
    name: 'redesign: a span for every word',
    build: (a) => page(a, `<h1>${text(a.headline)}</h1><div class="t">${a.paragraphs.map(spans).join('')}</div>`),
  },
  {
    name: 'print view: nothing but text',
    build: (a) => `${head(a)}<body><h1>${text(a.headline)}</h1>${paragraphs(a)}</body></html>`,
  },
];

/** Something the page does to itself after it has loaded. */
export interface Change {
  name: string;
  /** Runs in the page. */
  script: string;
}

const LATER = (script: string, milliseconds: number): string => `setTimeout(() => { ${script} }, ${milliseconds});`;
const BODY = "document.querySelector('#tda-gated-body')";

/** Changes after which every claim has to stand where it stood. */
export const harmlessChanges: Change[] = [
  {
    name: 'the body is filled late',
    script: `const b = ${BODY}, html = b.innerHTML; b.innerHTML = ''; ${LATER('b.innerHTML = html;', 700)}`,
  },
  {
    name: 'the body is replaced by a copy',
    script: LATER(`const b = ${BODY}; b.replaceWith(b.cloneNode(true));`, 700),
  },
  { name: 'the body is rewritten', script: LATER(`const b = ${BODY}; b.innerHTML = b.innerHTML;`, 700) },
  {
    name: 'ads come between the paragraphs',
    script: LATER(
      `${BODY}.querySelectorAll('p').forEach((p) => p.insertAdjacentHTML('afterend', ${JSON.stringify(AD)}));`,
      700,
    ),
  },
  {
    name: 'an ad comes into every paragraph',
    script: LATER(
      `${BODY}.querySelectorAll('p').forEach((p) => { const t = p.firstChild, r = t.splitText(t.data.indexOf(' ', t.length / 2)); const ad = document.createElement('span'); ad.className = 'td-ad'; ad.textContent = 'Buy a boat'; p.insertBefore(ad, r); });`,
      700,
    ),
  },
  {
    name: 'text nodes are split and normalized',
    script: LATER(
      `${BODY}.querySelectorAll('p').forEach((p) => { p.firstChild.splitText(20); p.normalize(); p.firstChild.splitText(30); });`,
      700,
    ),
  },
];

/** What a gate does to the body, with its window over it. `keep` paragraphs stay on view. */
export const gates = (keep: number): Change[] => {
  const show = "document.querySelector('.tda-modal-window').style.display = 'block';";
  const rest = `[...${BODY}.querySelectorAll('p')].slice(${keep})`;
  return [
    {
      name: 'clips',
      script: LATER(
        `const b = ${BODY}, edge = b.querySelectorAll('p')[${keep}].offsetTop - b.offsetTop; b.style.cssText = 'overflow:hidden;max-height:' + (edge - 4) + 'px'; ${show}`,
        700,
      ),
    },
    { name: 'hides', script: LATER(`${rest}.forEach((p) => { p.style.display = 'none'; }); ${show}`, 700) },
    { name: 'cuts', script: LATER(`${rest}.forEach((p) => p.remove()); ${show}`, 700) },
  ];
};

/** The page with a change in it. */
export const withChange = (html: string, { script }: Change): string =>
  html.replace('</body>', `<script>{ ${script} }</script></body>`);

/** The page as a gate leaves it that takes the whole text away. */
export const emptied: Change = {
  name: 'empties',
  script: LATER(`${BODY}.innerHTML = ''; document.querySelector('.tda-modal-window').style.display = 'block';`, 900),
};

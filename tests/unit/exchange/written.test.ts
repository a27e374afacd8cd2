import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { withSources } from '../../../src/claims/database';
import { readClaimDatabase } from '../../../src/claims/vite-plugin';
import { toBibtex, toCslJson, toRis, worksOf } from '../../../src/exchange/citations';
import { toHtml } from '../../../src/exchange/html';
import { toHypothesisJson } from '../../../src/exchange/hypothesis-json';
import { DEFAULT_TEMPLATE, toMarkdown, toMarkdownZip } from '../../../src/exchange/markdown';
import { toOwnJson } from '../../../src/exchange/own-json';
import { toReadwiseCsv } from '../../../src/exchange/readwise-csv';
import { chosenContent, notesByArticle, type Told } from '../../../src/exchange/selection';
import { toW3cJson } from '../../../src/exchange/w3c-json';
import { annotation, anyText, contentOf, libraryWith } from './arbitrary';

// Many runs, and perhaps a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const FACTS = () => ({ author: 'A. Writer', published: '2025-07' });
const database = readClaimDatabase();
const articles = database.articles.map(withSources);

describe('Markdown for Obsidian', () => {
  it('writes one file an article, every name one that all file systems take', () => {
    fc.assert(
      fc.property(contentOf(anyText), (content) => {
        const files = toMarkdown(content, FACTS);
        expect(files).toHaveLength(notesByArticle(content).length);
        expect(new Set(files.map(({ name }) => name.toLowerCase())).size).toBe(files.length);
        for (const { name } of files) expect(name).toMatch(/^[^\p{Cc}\\/:*?"<>|#^[\]]{1,90}\.md$/u);
        const unzipped = unzipSync(toMarkdownZip(content, FACTS));
        expect(Object.entries(unzipped).map(([name, bytes]) => ({ name, text: strFromU8(bytes) }))).toEqual(files);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves braces in a quote alone, and markup in it without effect', () => {
    const content = libraryWith(
      annotation({ exact: '{{note}} <b>*x*</b> [[link]] #tag', note: 'a **note**', tags: ['south china sea'] }),
    );
    const template = { article: '{{highlights}}', highlight: '{{quote}}|{{ note }}|{{tags}}|{{unknown}}' };
    expect(toMarkdown(content, FACTS, template)[0]?.text).toBe(
      '> \\{\\{note\\}\\} \\<b\\>\\*x\\*\\</b\\> \\[\\[link\\]\\] \\#tag|a **note**|#south-china-sea|{{unknown}}',
    );
  });

  it('puts properties first, as JSON strings', () => {
    const content = { ...libraryWith(annotation()), articles: [] };
    const { text = '' } = toMarkdown(content, () => ({ author: '"x"\n---', published: '' }), DEFAULT_TEMPLATE)[0] ?? {};
    expect(text.split('\n').slice(0, 4)).toEqual([
      '---',
      'url: "https://thediplomat.com/2022/11/one/"',
      'author: "\\"x\\"\\n---"',
      '---',
    ]);
  });
});

describe('the reading copy', () => {
  it('holds no tag but its own, whatever was noted', () => {
    const own = /^(doctype|html|meta|title|style|h1|article|h2|a|blockquote|p|small|time)$/;
    fc.assert(
      fc.property(contentOf(anyText), (content) => {
        const html = toHtml(content, { title: '</title><script>', language: '"><b>' });
        for (const [, name = ''] of html.matchAll(/<[/!]?([^\s>]*)/g)) expect(name).toMatch(own);
        expect(html).not.toMatch(/<[^>]+\son\w+=/);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves the bin out', () => {
    const bin = libraryWith(annotation({ exact: 'secret', deleted: 1 }));
    expect(toHtml(bin, { title: 'Notes', language: 'en' })).not.toContain('secret');
  });
});

describe('every format of notes', () => {
  const notes = Array.from({ length: 600 }, (_, i) =>
    annotation({ id: `019357a0-0000-7000-8000-${String(i).padStart(12, '0')}` }),
  );
  const content = libraryWith(...notes);
  const writers: Record<string, (told: Told) => unknown> = {
    own: (told) => toOwnJson(content, told),
    markdown: (told) => toMarkdown(content, () => ({ author: '', published: '' }), undefined, told),
    readwise: (told) => toReadwiseCsv(content, () => '', told),
    w3c: (told) => toW3cJson(content, told),
    hypothesis: (told) => toHypothesisJson(content, 0, told),
    html: (told) => toHtml(content, { title: 'Notes', language: 'en' }, told),
  };

  it.each(Object.entries(writers))('%s tells how much of how much is written', (_, write) => {
    const amounts: [number, number][] = [];
    write((...amount) => amounts.push(amount));
    const of = amounts[0]?.[1] ?? 0;
    expect(of).toBeGreaterThanOrEqual(notes.length);
    expect(amounts).toEqual([
      [250, of],
      [500, of],
      [of, of],
    ]);
  });
});

describe('bibliographies of the real claim database', () => {
  const works = worksOf(articles);

  it('have every article and every cited source once, under keys of their own', () => {
    expect(works.length).toBeGreaterThan(articles.length + 50);
    expect(new Set(works.map(({ key }) => key)).size).toBe(works.length);
    for (const { key } of works) expect(key).toMatch(/^[a-z0-9]+$/);
  });

  it('CSL-JSON has what a citation needs', () => {
    for (const item of JSON.parse(toCslJson(works))) {
      expect(item).toMatchObject({ id: expect.any(String), type: expect.any(String), title: expect.any(String) });
      expect(item.issued['date-parts'][0][0]).toBeGreaterThan(1000);
    }
  });

  it('BibTeX is balanced, RIS has one field a line, also with hostile texts', () => {
    const evil = {
      ...works[0],
      title: 'a } b \\ { c\nER  - \nTY  - X 100% & $_#',
      author: '}\n@x{',
      url: 'https://x.example/{a}',
    };
    const all = [...works, { ...evil, key: 'evil' } as (typeof works)[number]];
    const bib = toBibtex(all);
    const bare = bib.replaceAll(/\\textbackslash\{\}/g, '').replaceAll(/\\[{}]/g, '');
    expect(bare.split('{').length).toBe(bare.split('}').length);
    expect([...bib.matchAll(/^@(article|misc)\{[a-z0-9]+,$/gm)]).toHaveLength(all.length);
    const ris = toRis(all).split('\r\n');
    const field = /^(?:[A-Z][A-Z0-9] {2}- .+|ER {2}- |)$/u;
    for (const line of ris) expect(line).toMatch(field);
    expect(ris.filter((line) => line.startsWith('ER  -'))).toHaveLength(all.length);
  });
});

describe('a selection', () => {
  it('takes the chosen annotations and their articles, and no settings', () => {
    const chosen = annotation({ id: '019357a0-0000-7000-8000-000000000009' });
    const content = { ...libraryWith(annotation(), chosen), settings: [{ name: 'toolbar', value: true }] };
    expect(chosenContent(content, new Set([chosen.id]))).toEqual(libraryWith(chosen));
    expect(chosenContent(content, null)).toBe(content);
  });
});

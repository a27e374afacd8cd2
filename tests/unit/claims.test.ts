import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resolveAll } from '../../src/anchoring/resolve';
import { ClaimFileError, compileClaims } from '../../src/claims/compile';
import { withSources } from '../../src/claims/database';
import { readClaimDatabase } from '../../src/claims/vite-plugin';

const database = readClaimDatabase();

const BIBLIOGRAPHY = {
  path: 'bibliography.yaml',
  text: 'doe2020harbor:\n  author: Jane Doe\n  title: Harbors\n  venue: Press\n  year: 2020\n  verified: known\n',
};
const ARTICLE = `article:
  url: https://thediplomat.com/2024/05/a-ledger/
  headline: A Ledger of the Harbor
  author: Jane Doe
  published: 2024-05
  summary: On ledgers.
claims:
  - id: two-ledgers
    kind: factual
    label: Two ledgers are kept
    statement: The harbor master keeps two ledgers.
    excerpt:
      start: The harbor master keeps
      end: those that were expected.
    assessment:
      verdict: holds
      reason: Both ledgers exist.
    counterarguments:
      - title: One is a copy
        type: evidence
        text: The second ledger is a copy of the first.
        strength: weak
        reason: nobody has seen both
        sources:
          - doe2020harbor: p. 3
`;
const compile = (text: string, bibliography = BIBLIOGRAPHY) => [
  ...compileClaims([{ path: 'articles/ledger.yaml', text }], bibliography),
];

describe('a claim file', () => {
  it('is compiled with its sources', () => {
    const [article] = compile(ARTICLE);
    expect(article?.key).toBe('2024/05/a-ledger');
    const full = article && withSources(article);
    expect(full?.claims[0]?.counterarguments[0]?.citations).toEqual([
      { source: { author: 'Jane Doe', title: 'Harbors', venue: 'Press', year: 2020 }, locator: 'p. 3' },
    ]);
  });

  const broken: [string, string, string, RegExp][] = [
    [
      'an unknown verdict',
      'verdict: holds',
      'verdict: true-ish',
      /ledger\.yaml:16: claims\.0\.assessment\.verdict should be one of: holds,/,
    ],
    [
      'a missing statement',
      '    statement: The harbor master keeps two ledgers.\n',
      '',
      /ledger\.yaml:8: claims\.0\.statement is missing/,
    ],
    [
      'an unknown field',
      'label: Two',
      'lable: x\n    label: Two',
      /ledger\.yaml:10: claims\.0\.lable is not a known field/,
    ],
    [
      'an unknown source',
      'doe2020harbor: p. 3',
      'roe1999sea',
      /ledger\.yaml:25: no source "roe1999sea" in the bibliography/,
    ],
    [
      'no source at all',
      '        sources:\n          - doe2020harbor: p. 3\n',
      '        sources: []\n',
      /ledger\.yaml:24: claims\.0\.counterarguments\.0\.sources needs at least one source/,
    ],
    [
      'an address of another site',
      'thediplomat.com/2024',
      'example.com/2024',
      /ledger\.yaml:2: article\.url is not the address/,
    ],
    [
      'a quotation',
      'start: The harbor master keeps',
      `start: ${'word '.repeat(13)}`,
      /ledger\.yaml:13: claims\.0\.excerpt\.start is longer than twelve words/,
    ],
    [
      'a claim that supports one that is not there',
      '    excerpt:',
      '    supports: [nowhere]\n    excerpt:',
      /ledger\.yaml:12: there is no claim "nowhere"/,
    ],
    [
      'a claim that supports itself',
      '    excerpt:',
      '    supports: [two-ledgers]\n    excerpt:',
      /ledger\.yaml:12: a claim cannot be linked to itself/,
    ],
    [
      'an event before the article',
      'claims:',
      'events:\n  - date: 2024-04\n    event: Too early\n    bears_on: [two-ledgers]\n    sources: [doe2020harbor]\nclaims:',
      /ledger\.yaml:8: 2024-04 is before the article/,
    ],
    [
      'an event that no argument of its claim speaks of',
      'claims:',
      'events:\n  - date: 2024-06\n    event: Later\n    bears_on: [two-ledgers]\n    sources: [doe2020harbor]\nclaims:',
      /ledger\.yaml:10: "two-ledgers" has no argument of the type later-events/,
    ],
    ['broken YAML', 'summary: On ledgers.', 'summary: "On ledgers.', /ledger\.yaml:\d+: /],
  ];
  it.each(broken)('with %s fails with file, line and reason', (_, from, to, reason) => {
    expect(ARTICLE).toContain(from);
    expect(() => compile(ARTICLE.replace(from, to))).toThrow(ClaimFileError);
    expect(() => compile(ARTICLE.replace(from, to))).toThrow(reason);
  });

  it('may not leave a source in the bibliography that nobody cites', () => {
    const idle = { ...BIBLIOGRAPHY, text: `${BIBLIOGRAPHY.text}${BIBLIOGRAPHY.text.replace('doe2020', 'roe2021')}` };
    expect(() => compile(ARTICLE, idle)).toThrow(/^bibliography\.yaml:\d+: no claim file cites "roe2021harbor"$/);
  });

  it('may not use an id twice, nor stand for an article that another file has', () => {
    const second = ARTICLE.slice(ARTICLE.indexOf('  - id:'));
    expect(() => compile(ARTICLE + second)).toThrow(/ledger\.yaml:26: the id "two-ledgers" is used twice/);
    const files = ['a.yaml', 'b.yaml'].map((path) => ({ path, text: ARTICLE }));
    expect(() => [...compileClaims(files, BIBLIOGRAPHY)]).toThrow(/b\.yaml:2: this article is already in a\.yaml/);
  });
});

describe('the claim database', () => {
  it('holds every researched claim, with arguments on both sides', () => {
    expect(database.articles.map(({ claims }) => claims.length)).toEqual([16, 18]);
    for (const { claims, glossary, checks } of database.articles) {
      expect(glossary.length).toBeGreaterThan(0);
      expect(checks.length).toBeGreaterThan(0);
      for (const claim of claims) {
        expect(claim.counterarguments.length, claim.id).toBeGreaterThan(1);
        expect(claim.support.length, claim.id).toBeGreaterThan(0);
      }
    }
  });
});

const SHARED = '../shared/articles';
const texts = existsSync(SHARED)
  ? readdirSync(SHARED)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(`${SHARED}/${name}`, 'utf8')) as { url: string; paragraphs: string[] })
  : [];
if (texts.length === 0)
  console.warn(
    'SKIPPED: the real articles (../shared/articles) are not here: excerpts and quotations were not checked against them.',
  );

describe.skipIf(texts.length === 0)('against the real articles', () => {
  it.each(database.articles)('every excerpt stands exactly once: $headline', (article) => {
    const text = texts.find(({ url }) => url === article.url);
    const page = text?.paragraphs.join('\n') ?? '';
    const spans = resolveAll(
      page,
      article.claims.map(({ excerpt }) => excerpt),
    ).map((outcome) => (outcome.kind === 'found' ? outcome.span : null));
    for (const [i, { id, excerpt }] of article.claims.entries()) {
      expect(spans[i], id).not.toBeNull();
      const plain = (words: string) => words.replaceAll('\u00a0', ' ');
      const starts = plain(page).split(plain(excerpt.start)).length - 1;
      const withContext =
        plain(page).split(plain([excerpt.prefix, excerpt.start].filter(Boolean).join(' '))).length - 1;
      expect(Math.min(starts, withContext), id).toBe(1);
    }
    // No two claims stand on the same words, and they are listed in reading order.
    for (let i = 1; i < spans.length; i++)
      expect(spans[i]?.start, article.claims[i]?.id).toBeGreaterThan(spans[i - 1]?.start ?? 0);
  });

  it('nothing in the repository carries more than twelve words of an article in a row', () => {
    const RUN = 13;
    const wordsOf = (text: string) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/['‘’]/g, '')
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean);
    const runs = new Set<string>();
    for (const words of texts.flatMap(({ paragraphs }) => paragraphs.map(wordsOf))) {
      for (let i = 0; i + RUN <= words.length; i++) runs.add(words.slice(i, i + RUN).join(' '));
    }
    const carried: string[] = [];
    for (const file of execFileSync('git', ['ls-files', '-z']).toString().split('\0')) {
      if (!/\.(tsx?|m?js|json|ya?ml|md|html|txt|css)$/.test(file) || statSync(file).size > 3e6) continue;
      const words = wordsOf(readFileSync(file, 'utf8'));
      const at = words.findIndex((_, i) => runs.has(words.slice(i, i + RUN).join(' ')));
      if (at >= 0) carried.push(`${file}: ${words.slice(at, at + 6).join(' ')} …`);
    }
    expect(carried).toEqual([]);
  });
});

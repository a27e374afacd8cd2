import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { parseArticleAddress } from '../../src/core/address';
import { ARGUMENT_TYPES, CLAIM_KINDS, STRENGTHS, VERDICTS } from '../../src/core/claim';
import { type ArticlePage, dateOf, readArticlePage } from './article-page';

/** Writes a claim file to be filled in. @throws when there is one of this name already: nothing is overwritten */
export function newFile(args: string[]): void {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { to: { type: 'string', default: join('src', 'claims', 'articles') } },
  });
  const [given] = positionals;
  if (!given) throw new Error('Say which article: npm run claims -- new ADDRESS, or a saved page or article file.');
  const page = pageOf(given);
  const { key = '' } = parseArticleAddress(page.url) ?? {};
  const [year = '', , slug = ''] = key.split('/');
  const path = join(values.to, `${year}-${slug.replace(/[^\p{L}\p{N}-]/gu, '-')}.yaml`);
  if (existsSync(path)) throw new Error(`${path} is there already.`);
  mkdirSync(values.to, { recursive: true });
  writeFileSync(path, skeleton(page, relative(values.to, join('src', 'claims', 'article.schema.json'))));
  console.log(`${path}
Fill it in; then: npm run claims -- check ${path}`);
}

function pageOf(given: string): ArticlePage {
  const address = parseArticleAddress(given);
  if (address) return { url: address.url, headline: '', author: '', published: dateOf(address.key), paragraphs: [] };
  if (/^https?:/.test(given)) throw new Error(`${given} is not the address of an article of The Diplomat.`);
  return readArticlePage(given);
}

const yaml = (text: string): string => stringify(text, { lineWidth: 0 }).trim();
const words = (list: readonly string[]): string => list.join(', ');

function skeleton({ url, headline, author, published }: ArticlePage, schema: string): string {
  return `# yaml-language-server: $schema=${schema.replaceAll('\\', '/')}
article:
  url: ${url}
  headline: ${yaml(headline)} # exactly as it stands on the page
  author: ${yaml(author)}
  published: ${published} # or with the day
  summary: "" # the argument in your own words, 60 to 120 of them

claims: # in the order in which they stand in the article
  - id: "" # lower-case words joined by hyphens, like bases-pledge; no other claim of any file has it; never changes
    kind: # ${words(CLAIM_KINDS)}
    label: "" # a heading of at most 60 characters
    statement: "" # the claim in your own words: one sentence the author would sign
    excerpt: # copied exactly, a few words each; "npm run claims -- anchor" finds the fewest that do
      start: "" # the first words of the passage
      end: "" # its last words
    assessment:
      verdict: # ${words(VERDICTS)}
      reason: "" # why, in one to three sentences
      question: "" # for the reader to keep in mind
    counterarguments: # the strongest first; two or more, each with a source
      - title: ""
        type: # ${words(ARGUMENT_TYPES)}
        text: "" # 30 to 60 words
        strength: # ${words(STRENGTHS)}
        reason: "" # why this strength
        sources: # keys of the bibliography, with a place if you can: walt1987origins: ch. 2
          -
    support: # what speaks for the claim, in the same shape
      - title: ""
        type:
        text: ""
        strength:
        reason: ""
        sources:
          -
    # cues: [short phrase others make this argument in] # where all its words meet in another article, it is an echo
    # supports: [other-claim] # claims this one is a reason for, of this file or of another
    # depends-on: [other-claim] # claims without which it does not stand
    # contradicts: [other-claim] # claims that cannot hold together with it

glossary: [] # - term, definition, sources
checks: [] # facts you looked up: - item, finding, note, sources
`;
}

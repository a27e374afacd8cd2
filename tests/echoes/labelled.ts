import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { comparable } from '../../src/claims/comparable';
import { readClaimDatabase } from '../../src/claims/vite-plugin';
import { parseArticleAddress } from '../../src/core/address';
import { type PreparedClaims, prepareClaims, resemblances } from '../../src/echoes/echo';
import { sentencesOf } from '../../src/echoes/sentences';

/** A page whose sentences are labelled with the claims they resemble. */
export interface LabelledPage {
  name: string;
  headline: string;
  sentences: string[];
  /** For each sentence the ids of the claims it resembles; most resemble none. */
  labels: string[][];
  /** Key of its article, where that is one of the database: it is not compared with its own claims. */
  own: string | null;
}

/** Pages of our own writing: a line is a sentence, `[claim, claim]` before it its labels. */
export function writtenPages(folder = 'tests/echoes/articles'): LabelledPage[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const [title = '', ...lines] = readFileSync(join(folder, name), 'utf8').trim().split('\n');
      return {
        name,
        headline: title.replace('# ', ''),
        sentences: lines.map((line) => line.replace(/^\[[^\]]*\] /, '')),
        labels: lines.map((line) => /^\[([^\]]*)\] /.exec(line)?.[1]?.split(', ') ?? []),
        own: null,
      };
    });
}

const SHARED = '../shared/articles';
export const hasRealPages = existsSync(SHARED);

/** The real articles, whose texts are not in the repository. @throws when a label's sentence is not in them */
export function realPages(): LabelledPage[] {
  const labelled = parse(readFileSync('tests/echoes/real-pairs.yaml', 'utf8')) as Record<
    string,
    Record<string, string[]>
  >;
  return readdirSync(SHARED).map((name) => {
    const { url, headline, paragraphs } = JSON.parse(readFileSync(join(SHARED, name), 'utf8'));
    const own = parseArticleAddress(url)?.key ?? '';
    const text: string = paragraphs.join('\n').replaceAll('\u00a0', ' ');
    const sentences = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
    const labels = sentences.map((): string[] => []);
    for (const [words, ids] of Object.entries(labelled[own] ?? {})) {
      const places = sentences.flatMap((sentence, i) => (sentence.startsWith(words) ? [i] : []));
      if (places.length !== 1) throw new Error(`${name}: “${words}” begins ${places.length} sentences`);
      labels[places[0] ?? 0] = ids;
    }
    return { name, headline, sentences, labels, own };
  });
}

const articles = readClaimDatabase().articles;

/** What is shown of a page, and whether it is right. */
export interface Shown {
  page: string;
  sentence: string;
  claim: string;
  score: number;
  right: boolean;
}

/** The claims that a page is compared with, and their ids. */
const prepared = new Map<string | null, ReturnType<typeof prepareFor>>();
function claimsFor(page: LabelledPage): ReturnType<typeof prepareFor> {
  const ready = prepared.get(page.own) ?? prepareFor(page);
  prepared.set(page.own, ready);
  return ready;
}

function prepareFor({ own }: LabelledPage): { prepared: PreparedClaims; ids: string[] } {
  const others = articles.filter(({ key }) => key !== own);
  return {
    prepared: prepareClaims(others.flatMap(comparable)),
    ids: others.flatMap(({ claims }) => claims.map(({ id }) => id)),
  };
}

/** All that would be shown of these pages from a score on. */
export function shownOn(pages: LabelledPage[], least: number): Shown[] {
  return pages.flatMap((page) => {
    const { prepared, ids } = claimsFor(page);
    return resemblances(page.sentences, page.headline, prepared, least).map(({ sentence, claim, score }) => ({
      page: page.name,
      sentence: page.sentences[sentence] ?? '',
      claim: ids[claim] ?? '',
      score,
      right: page.labels[sentence]?.includes(ids[claim] ?? '') === true,
    }));
  });
}

export function judged(pages: LabelledPage[], least: number): { precision: number; recall: number; shown: Shown[] } {
  const shown = shownOn(pages, least);
  const right = shown.filter((one) => one.right).length;
  const labelled = pages.flatMap(({ labels }) => labels).filter((ids) => ids.length > 0).length;
  return { precision: shown.length === 0 ? 1 : right / shown.length, recall: right / labelled, shown };
}

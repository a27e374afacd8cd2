import * as v from 'valibot';
import { checkedArticles, type OpenedFile } from '../claims/check-articles';
import type { StoredArticle } from '../claims/database';
import { articleFile, bibliographyFile } from '../claims/schema';
import { PackRefused } from './pack-refused';
import { unpack } from './packing';

/** Claims of others, as one file brings them. */
export interface Pack {
  /** Names the pack for good: `lower-case-words`. */
  id: string;
  name: string;
  author: string;
  /** Grows with every release. */
  release: number;
  /** Day of this release. */
  date: string;
  articles: StoredArticle[];
}

/** A pack, and who vouches for it. */
export interface OpenedPack {
  pack: Pack;
  /** SHA-256 of what the pack holds, in hex. */
  hash: string;
  /** The Ed25519 key that signed it, in base64; `null` when nobody did. */
  key: string | null;
}

const MOST = { articles: 2000, faults: 5 };
const text = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));

/** What a pack's author writes: the articles as in src/claims/articles, the works they cite as in the bibliography. */
const packFile = v.strictObject({
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'should be lower-case words joined by hyphens'),
    v.maxLength(60),
  ),
  name: text,
  author: text,
  release: v.pipe(v.number(), v.integer(), v.minValue(1)),
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'should be a date like 2026-11-22')),
  articles: v.pipe(v.array(articleFile), v.minLength(1), v.maxLength(MOST.articles)),
  bibliography: bibliographyFile,
});

/** Markup that runs or loads something. Nothing of a pack becomes HTML; who writes it means no good. */
const ACTIVE = /<\s*\/?\s*(script|iframe|object|embed|svg|style|link|meta|img|video|audio|base|form)\b|\bjavascript:/i;

/**
 * Reads a pack from the bytes of its file, gzip or plain.
 * @throws PackRefused with a sentence that says what is wrong with it
 */
export async function openPack(bytes: Uint8Array<ArrayBuffer>): Promise<OpenedPack> {
  const packing = await unpack(bytes);
  const parsed = v.safeParse(packFile, packing.content);
  if (!parsed.success) throw refused(parsed.issues.map((issue) => `${pathOf(issue)} ${issue.message}`));
  const { articles, bibliography, ...about } = parsed.output;
  const active = findActive(parsed.output);
  if (active) throw new PackRefused(`The pack has markup in its text: ${active.slice(0, 60)}`);
  const faults: string[] = [];
  const opened = articles.map((content, i): OpenedFile => {
    const path = `articles.${i}`;
    return { content, path, at: (place) => [path, ...place].join('.') };
  });
  const works = { content: bibliography, at: (place: (string | number)[]) => ['bibliography', ...place].join('.') };
  const checked = [...checkedArticles(opened, works, faults)];
  if (faults.length > 0) throw refused(faults);
  const pack = { ...about, articles: checked.map((article) => named(article, about.id)) };
  return { pack, hash: packing.hash, key: packing.key };
}

const refused = (faults: string[]): PackRefused =>
  new PackRefused(
    `The pack is not right: ${faults.slice(0, MOST.faults).join('; ')}${faults.length > MOST.faults ? ' …' : ''}`,
  );

const pathOf = (issue: v.BaseIssue<unknown>): string =>
  issue.path?.map(({ key }) => String(key)).join('.') ?? 'the pack';

/** Notes and stances hang on a claim's id: those of a pack bear its name, so that none is another's. */
function named(article: StoredArticle, pack: string): StoredArticle {
  const link = (links: { articleKey: string; claimId: string }[]) =>
    links.map(({ articleKey, claimId }) => ({ articleKey, claimId: `${pack}:${claimId}` }));
  return {
    ...article,
    events: article.events.map((event) => ({ ...event, bearsOn: event.bearsOn.map((id) => `${pack}:${id}`) })),
    claims: article.claims.map((claim) => ({
      ...claim,
      id: `${pack}:${claim.id}`,
      supports: link(claim.supports),
      dependsOn: link(claim.dependsOn),
      contradicts: link(claim.contradicts),
    })),
  };
}

/** The first text with active markup in it. */
function findActive(value: unknown): string | null {
  if (typeof value === 'string') return ACTIVE.test(value) ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const inner of Object.values(value)) {
    const found = findActive(inner);
    if (found) return found;
  }
  return null;
}

import type { Argument, ArticleClaims, Claim, ClaimKind, Source, Verdict } from './claim';
import type { Excerpt } from './quote';

/** A work as the reader names it: perhaps not whole yet. */
export type OwnSource = Pick<Source, 'author' | 'title' | 'venue'> & { year: number | null; url: string };
export type OwnArgument = Omit<Argument, 'citations'> & { sources: OwnSource[] };

/** A claim that the reader has made on the words of an article; what is not written yet is empty. */
export interface OwnClaim {
  /** UUIDv7. */
  id: string;
  articleKey: string;
  /** The article as its page named it when the claim was made. */
  article: Pick<ArticleClaims, 'url' | 'headline' | 'author'>;
  excerpt: Excerpt;
  kind: ClaimKind;
  statement: string;
  verdict: Verdict;
  reason: string;
  counterarguments: OwnArgument[];
  support: OwnArgument[];
  /** Milliseconds since 1970. */
  created: number;
  updated: number;
  /** When the reader deleted it; `null` while it stands. */
  deleted: number | null;
}

/** What the reader writes of a claim. */
export type OwnClaimText = Pick<OwnClaim, 'kind' | 'statement' | 'verdict' | 'reason' | 'counterarguments' | 'support'>;

/** A claim of which nothing is written yet. */
export const newOwnClaim = (
  made: Pick<OwnClaim, 'id' | 'articleKey' | 'article' | 'excerpt'>,
  now: number,
): OwnClaim => ({
  ...made,
  kind: 'factual',
  statement: '',
  verdict: 'contested',
  reason: '',
  counterarguments: [],
  support: [],
  created: now,
  updated: now,
  deleted: null,
});

/** Characters of a claim's heading. */
const LABEL = 60;

/** The heading of a claim that has none of its own: the first words of its statement. */
export function labelOf(statement: string): string {
  const words = statement.trim();
  if (words.length <= LABEL) return words;
  return `${words.slice(0, LABEL - 1).replace(/\s+\S*$/, '')}…`;
}

/** The reader's claims on an article as it shows them: those that say something, oldest first; `null` when there are none. */
export function ownArticle(rows: readonly OwnClaim[]): ArticleClaims | null {
  const [first] = rows;
  const claims = rows.filter(({ statement }) => statement.trim() !== '').map(shown);
  if (!first || claims.length === 0) return null;
  const { url, headline, author } = first.article;
  // The address says when: https://thediplomat.com/2022/11/slug/.
  const [year, month] = first.articleKey.split('/');
  const published = `${year}-${month}`;
  return { key: first.articleKey, url, headline, author, published, summary: '', claims, ...NOTHING_ELSE };
}

const NOTHING_ELSE = { events: [], glossary: [], checks: [] };

const shown = ({ id, kind, statement, excerpt, verdict, reason, counterarguments, support }: OwnClaim): Claim => ({
  id,
  kind,
  label: labelOf(statement),
  statement,
  excerpt,
  assessment: { verdict, reason },
  counterarguments: counterarguments.filter(says).map(asArgument),
  support: support.filter(says).map(asArgument),
  cues: [],
  supports: [],
  dependsOn: [],
  contradicts: [],
});

const says = ({ title, text }: OwnArgument): boolean => `${title}${text}`.trim() !== '';

const asArgument = ({ sources, ...argument }: OwnArgument): Argument => ({
  ...argument,
  title: argument.title.trim() === '' ? labelOf(argument.text) : argument.title,
  citations: sources.flatMap(({ year, url, ...source }) =>
    // Of a work that is half named the title alone would look like all there is to say.
    year === null || source.title.trim() === '' ? [] : [{ source: { ...source, year, ...(isWeb(url) && { url }) } }],
  ),
});

const isWeb = (url: string): boolean => /^https?:\/\//.test(url) && URL.canParse(url);

/** What a claim still lacks to be part of a pack. */
export type Lack = 'statement' | 'reason' | 'counterargument' | 'argument' | 'source' | 'address';

/** What keeps a claim out of a pack, in the order of its form; empty when it is whole. */
export function lacksOf({ statement, reason, counterarguments, support }: OwnClaim): Lack[] {
  const args = [...counterarguments, ...support];
  const empty = (words: string) => words.trim() === '';
  const isHalf = (one: OwnArgument) => empty(one.title) || empty(one.text) || empty(one.reason);
  const isNamed = ({ author, title, venue, year }: OwnSource) =>
    !empty(author) && !empty(title) && !empty(venue) && year !== null;
  const lacks: [Lack, boolean][] = [
    ['statement', empty(statement)],
    ['reason', empty(reason)],
    ['counterargument', counterarguments.length === 0],
    ['argument', args.some(isHalf)],
    ['source', args.some(({ sources }) => sources.length === 0 || !sources.every(isNamed))],
    ['address', args.some(({ sources }) => sources.some(({ url }) => !empty(url) && !isWeb(url)))],
  ];
  return lacks.filter(([, lacking]) => lacking).map(([lack]) => lack);
}

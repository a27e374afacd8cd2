import type { Excerpt } from './quote';

/** Our verdict on a claim. */
export const VERDICTS = ['holds', 'mixed', 'contested', 'overtaken', 'unsupported'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const CLAIM_KINDS = [
  'factual',
  'historical',
  'causal',
  'conceptual',
  'predictive',
  'normative',
  'thesis',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export const ARGUMENT_TYPES = [
  'evidence',
  'logic',
  'definition',
  'scope',
  'alternative-explanation',
  'later-events',
] as const;
export type ArgumentType = (typeof ARGUMENT_TYPES)[number];

export const STRENGTHS = ['weak', 'moderate', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** A work cited. */
export interface Source {
  author: string;
  title: string;
  venue: string;
  year: number;
  url?: string | undefined;
  note?: string | undefined;
}

/** A place in a Source. */
export interface Citation {
  source: Source;
  locator?: string | undefined;
}

/** A counterargument or a support: one has the same parts as the other. */
export interface Argument {
  title: string;
  type: ArgumentType;
  text: string;
  strength: Strength;
  /** Why this strength. */
  reason: string;
  citations: Citation[];
}

export interface Assessment {
  verdict: Verdict;
  reason: string;
  /** A question for the reader to keep in mind. */
  question?: string | undefined;
}

/** Another claim that a claim speaks of, of the same article or of another. */
export interface ClaimLink {
  articleKey: string;
  claimId: string;
}

/** Whose claim it is, where it is not ours. */
export type ClaimOrigin = { kind: 'pack'; id: string; name: string } | { kind: 'own' };

/** A name for each origin, the same for all its claims; empty for ours. */
export const originName = ({ origin }: Pick<Claim, 'origin'>): string =>
  origin?.kind === 'pack' ? `pack ${origin.id}` : (origin?.kind ?? '');

/** The id of the pack that a claim's id names; `null` for one of ours, or of the reader's. */
export function packOf(claimId: string): string | null {
  const end = claimId.indexOf(':');
  return end > 0 ? claimId.slice(0, end) : null;
}

/** A statement of an article in our words, with the Excerpt that says where it stands. */
export interface Claim {
  id: string;
  kind: ClaimKind;
  /** A heading of at most 60 characters. */
  label: string;
  statement: string;
  excerpt: Excerpt;
  assessment: Assessment;
  counterarguments: Argument[];
  support: Argument[];
  /** Short phrases others make this argument in. */
  cues: string[];
  /** Claims that this one is a reason for; never, through others, itself. */
  supports: ClaimLink[];
  /** Claims without which this one does not stand. */
  dependsOn: ClaimLink[];
  /** Claims that cannot hold together with this one. */
  contradicts: ClaimLink[];
  /** Not given where it is ours. */
  origin?: ClaimOrigin;
}

export interface GlossaryEntry {
  term: string;
  /** The words it goes by in a text, whatever their case. */
  forms: string[];
  definition: string;
  citations: Citation[];
}

/** A dated event after the article that bears on some of its claims. */
export interface LaterEvent {
  /** Year and month, or the day: `2023-09`, `2023-09-10`. */
  date: string;
  event: string;
  /** Ids of the claims, each of which has an argument of the type `later-events`. */
  bearsOn: string[];
  citations: Citation[];
}

/** A factual detail of the article, looked up. */
export interface FactCheck {
  item: string;
  finding: string;
  note: string;
  citations: Citation[];
}

/** All that the claim database holds on one article. */
export interface ArticleClaims {
  /** Key of the article's address, see ArticleAddress. */
  key: string;
  url: string;
  headline: string;
  author: string;
  section?: string | undefined;
  /** Year and month, or the day: `2022-11`, `2025-07-16`. */
  published: string;
  summary: string;
  claims: Claim[];
  /** Oldest first. */
  events: LaterEvent[];
  glossary: GlossaryEntry[];
  checks: FactCheck[];
}

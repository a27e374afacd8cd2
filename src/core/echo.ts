import type { ArticleClaims, Claim } from './claim';

/** A sentence of a page that resembles a claim of another article. */
export interface FoundEcho {
  /** Its place in the list of sentences given. */
  sentence: number;
  claim: Claim;
  /** The article the claim is of. */
  article: Pick<ArticleClaims, 'key' | 'url' | 'headline'>;
}

/** An echo as the reader dismisses it: a claim, on a page. */
export interface EchoName {
  /** Key of the page's article. */
  articleKey: string;
  claimArticle: string;
  claimId: string;
}

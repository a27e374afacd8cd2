import type { Annotation, ReadArticle } from '../core/annotation';
import type { OwnClaim } from '../core/own-claim';
import type { GradeGiven, Review, ReviewChoice } from '../core/review';
import type { ClaimStance } from '../core/stance';
import type { SettingRow, Tombstone } from './library';

/** All rows of the library, table by table, the bin included. A table that is added to Library is added here. */
export interface Content {
  annotations: Annotation[];
  articles: ReadArticle[];
  settings: SettingRow[];
  stances: ClaimStance[];
  reviews: Review[];
  reviewLog: GradeGiven[];
  reviewChoices: ReviewChoice[];
  tombstones: Tombstone[];
  ownClaims: OwnClaim[];
}

/** The library with nothing in it. */
export const emptyContent = (): Content => ({
  annotations: [],
  articles: [],
  settings: [],
  stances: [],
  reviews: [],
  reviewLog: [],
  reviewChoices: [],
  tombstones: [],
  ownClaims: [],
});

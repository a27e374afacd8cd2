/** The tables of the library's first version, as it was released; never edited. */
export const FIRST_VERSION = {
  annotations: 'id, articleKey, created, updated, deleted, *tags, lastSeen.at',
  articles: 'key, headlineFold, lastRead',
  tombstones: 'id',
  settings: 'name',
  stances: '[articleKey+claimId], articleKey',
  reviews: 'id, articleKey',
  reviewLog: 'id, itemId, time',
  reviewChoices: 'articleKey',
};

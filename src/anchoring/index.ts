/** What a page may ask of this room; see README.md here. */
export { describe } from './describe';
export type { Change, MissingReason, Outcome } from './outcome';
export { type PageText, readingPageText, readPageText } from './page-text';
export { offsetOf, rangesOf, spanOf } from './ranges';
export { resolveAll, resolvingAll } from './resolve';
export { type Resolved, resolvingAgain } from './resolve-again';
export { fromPositionSelector, fromQuoteSelector, toPositionSelector, toQuoteSelector } from './selectors';
export { atOnce, inSlices, SLICE } from './slices';
export { indexText, type TextIndex } from './text-index';

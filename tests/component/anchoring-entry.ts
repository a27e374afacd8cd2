export { describe } from '../../src/anchoring/describe';
export { findAll } from '../../src/anchoring/match';
export { rangesOf, readPageText, spanOf } from '../../src/anchoring/page-text';

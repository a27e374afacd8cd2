export { describe } from '../../src/anchoring/describe';
export { readPageText } from '../../src/anchoring/page-text';
export { rangesOf, spanOf } from '../../src/anchoring/ranges';
export { resolveAll } from '../../src/anchoring/resolve';

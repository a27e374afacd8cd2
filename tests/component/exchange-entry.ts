export { fromOwnJson, toOwnJson } from '../../src/exchange/own-json';
export { planImport } from '../../src/exchange/plan';
export { TABLE_NAMES } from '../../src/exchange/tables';
export { changeContent, readContent } from '../../src/store/content';
export { drafts } from '../../src/store/drafts';
export { keepDrafts } from '../../src/store/keep-drafts';
export { Library, library } from '../../src/store/library';
export { emptyContent } from '../../src/store/rows';
export {
  afterSnapshot,
  allSnapshots,
  emptiedSince,
  leaveEmptied,
  restoreSnapshot,
  takeDailySnapshot,
  takeUpFiles,
} from '../../src/store/snapshots';

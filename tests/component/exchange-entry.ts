export { fromOwnJson, toOwnJson } from '../../src/exchange/own-json';
export { planImport } from '../../src/exchange/plan';
export { TABLE_NAMES } from '../../src/exchange/tables';
export { changeContent, emptyContent, readContent } from '../../src/store/content';
export { Library, library } from '../../src/store/library';
export { allSnapshots, restoreSnapshot, takeDailySnapshot } from '../../src/store/snapshots';

export { fromOwnJson, toOwnJson } from '../../src/exchange/own-json';
export { planImport } from '../../src/exchange/plan';
export { changeContent, readContent } from '../../src/store/content';
export { Library, library } from '../../src/store/library';
export { allSnapshots, restoreSnapshot, takeDailySnapshot } from '../../src/store/snapshots';

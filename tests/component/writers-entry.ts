export { changeAnnotation, saveAnnotation, writeClaimNote } from '../../src/store/annotations';
export { library } from '../../src/store/library';
export { applyPatches } from '../../src/store/patches';

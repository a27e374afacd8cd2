export { KeptPacks } from '../../src/packs/kept-packs';
export { openPack } from '../../src/packs/pack-file';

import english from '../../_locales/en/messages.json';
import { useMessages } from '../../src/i18n/messages';

export { KeptPacks } from '../../src/packs/kept-packs';
export { openPack } from '../../src/packs/pack-file';

useMessages(english);

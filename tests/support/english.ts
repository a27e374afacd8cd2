import english from '../../_locales/en/messages.json';
import { useMessages } from '../../src/i18n/messages';

// In Node no browser chooses a language.
useMessages(english);

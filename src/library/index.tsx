import { readSettings } from '../store/settings';
import { openPage } from '../ui/open-page';
import { LibraryPage } from './library-page';

await openPage('library', readSettings(), <LibraryPage />);

import { readSettings } from '../store/settings';
import { openPage } from '../ui/open-page';
import { PacksPage } from './packs-page';

await openPage('packs', readSettings(), <PacksPage />);

import { readSettings } from '../store/settings';
import { openPage } from '../ui/open-page';
import { Welcome } from './welcome';

await openPage('welcome', readSettings(), <Welcome />);

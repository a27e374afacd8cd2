import { readSettings } from '../store/settings';
import { openPage } from '../ui/open-page';
import { Panel } from './panel';

await openPage('panel', readSettings(), <Panel />);

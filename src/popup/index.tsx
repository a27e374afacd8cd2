import { readSettings } from '../store/settings';
import { openPage } from '../ui/open-page';
import { Popup } from './popup';

await openPage('popup', readSettings(), <Popup />);

import { readSettings } from '../store/settings';
import { openPage } from '../ui/open-page';
import { SettingsPage } from './settings-page';

await openPage('settings', readSettings(), <SettingsPage />);

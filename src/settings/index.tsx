import { render } from 'preact';
import { speak } from '../i18n/languages';
import { readSettings } from '../store/settings';
import { FailureBoundary } from '../ui/failure';
import { SettingsPage } from './settings-page';

await readSettings().then(
  ({ language }) => speak(language),
  () => speak(null),
);
const root = document.getElementById('settings');
if (root) {
  render(
    <FailureBoundary>
      <SettingsPage />
    </FailureBoundary>,
    root,
  );
}

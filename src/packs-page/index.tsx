import { render } from 'preact';
import { speak } from '../i18n/languages';
import { readSettings } from '../store/settings';
import { FailureBoundary } from '../ui/failure';
import { PacksPage } from './packs-page';

await readSettings().then(
  ({ language }) => speak(language),
  () => speak(null),
);
const root = document.getElementById('packs');
if (root) {
  render(
    <FailureBoundary>
      <PacksPage />
    </FailureBoundary>,
    root,
  );
}

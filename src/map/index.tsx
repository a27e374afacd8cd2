import { render } from 'preact';
import { speak } from '../i18n/languages';
import { readSettings } from '../store/settings';
import { FailureBoundary } from '../ui/failure';
import { MapPage } from './map-page';

// A library that cannot be read says so itself, in the browser's language.
await readSettings().then(
  ({ language }) => speak(language),
  () => speak(null),
);
const root = document.getElementById('map');
if (root) {
  root.removeAttribute('aria-busy');
  render(
    <FailureBoundary>
      <MapPage />
    </FailureBoundary>,
    root,
  );
}

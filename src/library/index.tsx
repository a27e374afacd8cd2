import { render } from 'preact';
import { speak } from '../i18n/languages';
import { DEFAULTS, readSettings } from '../store/settings';
import { FailureBoundary } from '../ui/failure';
import { Kept } from './kept';
import { LibraryPage } from './library-page';
import { readShown } from './search/place';
import { viewNamed } from './slots';

const kept = new Kept();
// At once, so that the page is drawn once. A library that cannot be read says so itself, in the browser's language.
const [settings] = await Promise.all([
  readSettings().catch(() => DEFAULTS),
  kept.begin(),
  viewNamed(readShown(location.search).view).Body?.fetch(),
]);
await speak(settings.language);
const root = document.getElementById('library');
if (root) {
  root.removeAttribute('aria-busy');
  render(
    <FailureBoundary>
      <LibraryPage kept={kept} settings={settings} />
    </FailureBoundary>,
    root,
  );
}

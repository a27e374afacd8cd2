import { DEFAULTS, readSettings } from '../store/settings';
import { FailureBoundary } from '../ui/failure';
import { openPage } from '../ui/open-page';
import { Kept } from './kept';
import { LibraryPage } from './library-page';
import { readShown } from './search/place';
import { FiledCopies, viewNamed } from './slots';

const kept = new Kept();
// At once, so that the page is drawn once.
const [settings] = await Promise.all([
  readSettings().catch(() => DEFAULTS),
  kept.begin(),
  viewNamed(readShown(location.search).view).Body?.fetch(),
]);
await openPage(
  'library',
  Promise.resolve(settings),
  <FailureBoundary help={<FiledCopies />}>
    <LibraryPage kept={kept} settings={settings} />
  </FailureBoundary>,
);

import { render } from 'preact';
import { FailureBoundary } from '../ui/failure';
import { LibraryPage } from './library-page';

const root = document.getElementById('library');
if (root) {
  root.removeAttribute('aria-busy');
  render(
    <FailureBoundary>
      <LibraryPage />
    </FailureBoundary>,
    root,
  );
}

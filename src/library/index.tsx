import { render } from 'preact';
import { FailureBoundary } from '../ui/failure';
import { Views } from './views';

const root = document.getElementById('library');
if (root) {
  root.removeAttribute('aria-busy');
  render(
    <FailureBoundary>
      <Views />
    </FailureBoundary>,
    root,
  );
}

import { render } from 'preact';
import { FailureBoundary } from '../ui/failure';
import { Panel } from './panel';

const root = document.getElementById('panel');
if (root) {
  root.removeAttribute('aria-busy');
  render(
    <FailureBoundary>
      <Panel />
    </FailureBoundary>,
    root,
  );
}

import { render } from 'preact';
import { FailureBoundary } from '../ui/failure';
import { Popup } from './popup';

const root = document.getElementById('popup');
if (root) {
  root.removeAttribute('aria-busy');
  render(
    <FailureBoundary>
      <Popup />
    </FailureBoundary>,
    root,
  );
}

import { render } from 'preact';
import { speak } from '../i18n/languages';
import { readSettings } from '../store/settings';
import { Welcome } from './welcome';

await readSettings().then(
  ({ language }) => speak(language),
  () => speak(null),
);
const root = document.getElementById('welcome');
if (root) render(<Welcome />, root);

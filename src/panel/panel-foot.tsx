import browser from 'webextension-polyfill';

/** The way to the library. */
export function PanelFoot() {
  return (
    <footer class="foot">
      <button type="button" class="link" onClick={() => void browser.runtime.openOptionsPage()}>
        Library
      </button>
    </footer>
  );
}

import { resolve } from 'node:path';
import { type CrxPlugin, crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import { manifestFor } from './manifest.browsers';
import { claimDatabase } from './src/claims/vite-plugin';

/** `vite build --mode firefox` writes dist/firefox, every other mode dist/chrome (for Chrome and Edge). */
export default defineConfig(({ mode }) => {
  const browser = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [claimDatabase(), crx({ manifest: manifestFor(browser), browser })] as CrxPlugin[],
    // Markdown's entities from a table: the variant for browsers sets `innerHTML` to words of a note.
    resolve: {
      alias: {
        'decode-named-character-reference': resolve('node_modules/decode-named-character-reference/index.js'),
      },
    },
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target: ['chrome128', 'firefox142'],
      modulePreload: false,
      rolldownOptions: {
        input: {
          library: 'src/library/index.html',
          panel: 'src/panel/index.html',
          map: 'src/map/index.html',
          welcome: 'src/welcome/index.html',
        },
        // Chunks of their own: else the size budgets would count them with whichever module they land beside.
        output: {
          codeSplitting: {
            groups: [
              { name: 'dexie', test: /node_modules\/dexie/ },
              { name: 'yjs', test: /node_modules\/(yjs|lib0)\// },
              { name: 'sync', test: /src\/sync\// },
            ],
          },
        },
      },
    },
  };
});

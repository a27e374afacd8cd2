import { resolve } from 'node:path';
import { type CrxPlugin, crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import { manifestFor } from './manifest.browsers';
import { claimDatabase } from './src/claims/vite-plugin';
import { standaloneScript } from './standalone-script';

/** What the background has of what pages have, and so nothing that draws. */
const SHARED = new RegExp(
  [
    'src/(core|i18n|store|claims|contract|known|packs)/.*\\.ts$',
    'src/this-article/(asked|open-\\w+|read-page|way-back)\\.ts$',
    'node_modules/(valibot|webext)',
  ].join('|'),
);

/** `vite build --mode firefox` writes dist/firefox, every other mode dist/chrome (for Chrome and Edge). */
export default defineConfig(({ mode }) => {
  const browser = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [
      claimDatabase(),
      standaloneScript('src/content-script/companion.iife.ts'),
      crx({ manifest: manifestFor(browser), browser }),
    ] as CrxPlugin[],
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
      // A page's own modules are fetched all at once, and not as one names the next.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          library: 'src/library/index.html',
          panel: 'src/panel/index.html',
          map: 'src/map/index.html',
          packs: 'src/packs-page/index.html',
          welcome: 'src/welcome/index.html',
        },
        output: {
          codeSplitting: {
            groups: [
              // Chunks of their own: else the size budgets would count them with whichever module they land beside.
              { name: 'dexie', test: /node_modules\/dexie/, priority: 3 },
              { name: 'yjs', test: /node_modules\/(yjs|lib0)\//, priority: 3 },
              // What several pages share, in two files and not in thirty: each costs a page's opening some milliseconds.
              {
                name: 'shared',
                test: SHARED,
                minShareCount: 2,
                priority: 2,
              },
              {
                name: 'parts',
                test: /src\/(ui|this-article)\/.*\.tsx?$|node_modules\/preact|preload-helper/,
                minShareCount: 2,
                priority: 2,
              },
              // After what it shares with those who have no sync.
              { name: 'sync', test: /src\/sync\//, priority: 1 },
            ],
          },
        },
      },
    },
  };
});

import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer, type Plugin } from 'vite';
import { ClaimFileError, compileClaims } from '../../src/claims/compile';
import { withSources } from '../../src/claims/database';
import { readClaimFile } from '../../src/claims/read-claim-file';
import { articleFile } from '../../src/claims/schema';
import { BIBLIOGRAPHY, readSource, shippedFiles } from './claim-files';

const ID = 'virtual:shown-article';
const PAGE =
  '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Cards</title><body><script type="module" src="/scripts/claims/cards.tsx"></script>';

/** Shows the cards of a claim file in the browser, anew whenever it or the bibliography is saved, until it is stopped. */
export async function showFile(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { bibliography: { type: 'string' }, 'no-open': { type: 'boolean', default: false } },
  });
  const [path] = positionals;
  if (!path) throw new Error('Say which file: npm run claims -- show FILE');
  const others = values.bibliography ? [] : shippedFiles().filter((one) => resolve(one) !== resolve(path));
  const files = { path, others, bibliography: values.bibliography ?? BIBLIOGRAPHY };
  readSource(path);
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0 },
    // Its own, made at once: the extension's is bundled for another purpose, and what is found late reloads the page.
    cacheDir: 'node_modules/.vite-cards',
    optimizeDeps: {
      include: ['preact', 'preact/hooks', 'preact/jsx-dev-runtime'],
      entries: ['scripts/claims/cards.tsx'],
    },
    plugins: [shownArticle(files)],
  });
  await server.listen();
  const [url = ''] = server.resolvedUrls?.local ?? [];
  console.log(`The cards of ${path}: ${url}\nThey follow the file. Ctrl+C ends.`);
  if (!values['no-open']) open(url);
}

interface Shown {
  path: string;
  /** Files it may link to. */
  others: string[];
  bibliography: string;
}

function shownArticle({ path, others, bibliography }: Shown): Plugin {
  const watched = [resolve(path), resolve(bibliography)];
  return {
    name: 'counterpoint:shown-article',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load: (id) => (id === `\0${ID}` ? `export default ${JSON.stringify(read({ path, others, bibliography }))};` : null),
    configureServer(server) {
      server.watcher.add(watched);
      server.watcher.on('change', (changed) => {
        if (!watched.includes(resolve(changed))) return;
        const shown = server.moduleGraph.getModuleById(`\0${ID}`);
        if (shown) server.moduleGraph.invalidateModule(shown);
        server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use((request, response, next) => {
        if (request.url !== '/') return next();
        server.transformIndexHtml('/', PAGE).then((html) => {
          response.setHeader('content-type', 'text/html; charset=utf-8');
          response.end(html);
        }, next);
      });
    },
  };
}

/** The article with everything in its place, or what is wrong with the file. */
function read({ path, others, bibliography }: Shown): unknown {
  try {
    const all = [...compileClaims([path, ...others].map(readSource), readSource(bibliography))];
    const url = readClaimFile(readSource(path), articleFile, [])?.content.article.url;
    const article = all.find((one) => one.url === url);
    return { article: article ? withSources(article) : null, faults: [] };
  } catch (error) {
    if (error instanceof ClaimFileError) return { article: null, faults: error.message.split('\n') };
    throw error;
  }
}

function open(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  // Where there is no browser to open, the address has been printed.
  spawn(command as string, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

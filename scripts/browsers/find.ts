import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserKind = 'chrome' | 'firefox';

export interface FoundBrowser {
  kind: BrowserKind;
  path: string;
}

/** Names on the search path and well-known places, in the order in which they are preferred. */
const KNOWN: Record<BrowserKind, string[]> = {
  chrome: [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: [
    'firefox',
    'firefox-esr',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

/** Debian's package for each kind, for machines that have none. */
const PACKAGES: Record<BrowserKind, string> = { chrome: 'chromium', firefox: 'firefox-esr' };

/** The variable that names a browser to use: `COUNTERPOINT_CHROME`, `COUNTERPOINT_FIREFOX`. */
const variableOf = (kind: BrowserKind): string => `COUNTERPOINT_${kind.toUpperCase()}`;

/** A browser of this kind on this machine; `null` when there is none. */
export function findBrowser(kind: BrowserKind): FoundBrowser | null {
  const named = process.env[variableOf(kind)];
  if (named) {
    if (!existsSync(named)) throw new Error(`${variableOf(kind)} names ${named}, and there is no such file.`);
    return { kind, path: named };
  }
  for (const name of KNOWN[kind]) {
    const path = /[\\/]/.test(name) ? name : onSearchPath(name);
    if (path && isExecutable(path)) return { kind, path };
  }
  return null;
}

function onSearchPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A browser of this kind: a found one, or Debian's, which is installed when we may. @throws with what to install. */
export function needBrowser(kind: BrowserKind): FoundBrowser {
  const found = findBrowser(kind);
  if (found) return found;
  const name = PACKAGES[kind];
  if (isDebian() && process.getuid?.() === 0) {
    console.log(
      `No ${kind === 'chrome' ? 'Chrome, Chromium or Edge' : 'Firefox'} found: installing the package ${name}.`,
    );
    execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'] });
    execFileSync('apt-get', ['install', '-y', '-qq', name], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = findBrowser(kind);
    if (installed) return installed;
  }
  const wanted = kind === 'chrome' ? 'Chrome, Chromium or Edge' : 'Firefox';
  const how = isDebian() ? `Install it with: sudo apt-get install ${name}` : `Install ${wanted} from its maker`;
  throw new Error(`No ${wanted} found on this machine. ${how}; or set ${variableOf(kind)} to the path of one.`);
}

function isDebian(): boolean {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

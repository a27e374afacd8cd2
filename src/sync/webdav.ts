import { toBase64 } from '../core/bytes';
import { type Folder, FolderError, type Trouble } from './folder';

export interface WebdavPlace {
  /** Address of the folder: https, or http on this computer. */
  url: string;
  user: string;
  password: string;
}

/** Milliseconds after which a server that says nothing counts as away. */
const PATIENCE = 60_000;

/** The address of a folder as somebody typed it, with a slash at its end; `null` when it is none, or not a safe one. */
export function folderAddress(typed: string): string | null {
  const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : null;
  if (url?.username !== '' || url.password !== '') return null;
  const here = ['localhost', '127.0.0.1'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && here)) return null;
  return `${url.origin}${url.pathname.replace(/\/*$/, '/')}`;
}

/**
 * A folder on a WebDAV server (RFC 4918), with the least of it: PROPFIND, GET, PUT, DELETE, MKCOL. No condition is sent
 * and no ETag looked at, for servers ignore the one and change the other.
 */
export function webdavFolder({ url, user, password }: WebdavPlace): Folder {
  const ask = async (method: string, name: string, init: RequestInit = {}): Promise<Response> => {
    const credentials = toBase64(new TextEncoder().encode(`${user}:${password}`));
    const answer = await fetch(url + encodeURIComponent(name), {
      ...init,
      method,
      headers: { ...init.headers, ...(user === '' ? {} : { Authorization: `Basic ${credentials}` }) },
      // Ours is the password above; a session of the reader's browser is none of our business.
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    }).catch((error: unknown) => {
      throw new FolderError('offline', String(error));
    });
    if (answer.type === 'opaqueredirect' || (answer.status >= 300 && answer.status < 400)) {
      throw new FolderError('stranger', `${method}: sent elsewhere`);
    }
    return answer;
  };
  const look = (depth: 0 | 1) => ask('PROPFIND', '', { headers: { Depth: String(depth) } });
  return {
    async prepare() {
      const answer = await look(0);
      if (answer.status === 404) {
        const made = await ask('MKCOL', '');
        if (made.status === 409) throw new FolderError('missing', 'MKCOL: 409');
        if (!made.ok && made.status !== 405) throw failure('MKCOL', made, true);
      } else if (answer.status !== 207) throw failure('PROPFIND', answer, false);
    },
    async list() {
      const answer = await look(1);
      if (answer.status !== 207) throw failure('PROPFIND', answer, false);
      return namesIn(await bodyOf(answer, () => answer.text()));
    },
    async read(name) {
      const answer = await ask('GET', name);
      if (answer.status === 404 || answer.status === 410) return null;
      if (answer.status !== 200) throw failure('GET', answer, false);
      return new Uint8Array(await bodyOf(answer, () => answer.arrayBuffer()));
    },
    async write(name, bytes) {
      const answer = await ask('PUT', name, { body: bytes, headers: { 'Content-Type': 'application/octet-stream' } });
      if (!answer.ok) throw failure('PUT', answer, true);
    },
    async remove(name) {
      const answer = await ask('DELETE', name);
      if (!answer.ok && answer.status !== 404 && answer.status !== 410) throw failure('DELETE', answer, true);
    },
  };
}

/** @throws FolderError when the connection breaks off */
async function bodyOf<T>(answer: Response, reading: () => Promise<T>): Promise<T> {
  return reading().catch(() => {
    throw new FolderError('offline', `${answer.status}: broke off`);
  });
}

const TROUBLE_OF: Record<number, Trouble> = {
  401: 'denied',
  404: 'missing',
  409: 'missing',
  413: 'full',
  423: 'busy',
  429: 'busy',
  502: 'busy',
  503: 'busy',
  504: 'busy',
  507: 'full',
};

/** What a status says. A 403 or 405 for a change says that the folder may only be read. */
function failure(method: string, { status }: Response, changing: boolean): FolderError {
  const refused = status === 403 || status === 405;
  const trouble =
    TROUBLE_OF[status] ?? (refused ? (changing ? 'readonly' : 'denied') : status < 400 ? 'stranger' : 'broken');
  return new FolderError(trouble, `${method}: ${status}`);
}

/**
 * The last parts of the paths in a multistatus answer. Without an XML parser: a worker has none, and names of ours need
 * none (whatever else the answer says is passed over).
 */
function namesIn(multistatus: string): string[] {
  const hrefs = multistatus.matchAll(/<(?:[\w.-]+:)?href[^>]*>([^<]*)</gi);
  return [...hrefs].flatMap(([, href]) => /([\w.-]+)\s*$/.exec(href ?? '')?.[1] ?? []);
}

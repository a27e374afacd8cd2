import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server does to a request instead of answering it. */
const WOUNDS = ['drop', 'truncate', 'swallow', 'login', '429', '500', '507', 'lie'] as const;

/**
 * A WebDAV server as bad as servers get, over one shared folder in memory. It drops connections before and after it did
 * what was asked, keeps half of what it is given, or nothing, says 429, 500 and 507, shows a login page with 200, and
 * lists files in another order each time, some missing, some long gone. Every device has a port, so an origin, of its own.
 */
export class HostileDav {
  readonly files = new Map<string, Buffer>();
  readonly #gone = new Set<string>();
  readonly #servers: Server[] = [];
  /** Of a hundred requests, so many are wounded. */
  wounded = 0;
  /** How many wounds were dealt, by kind. */
  readonly dealt = new Map<string, number>();
  /** Bytes that fit; `null`: all that come. */
  room: number | null = null;
  #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Opens another door to the folder. @returns its origin */
  async open(): Promise<string> {
    const server = createServer((request, response) => void this.#answer(request, response));
    this.#servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  close(): void {
    for (const server of this.#servers) server.close();
  }

  /** A number below `below`, by a sequence that the seed fixes (mulberry32). */
  #chance(below: number): number {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    const name = decodeURIComponent(request.url ?? '').replace(/^\/dav\/?/, '');
    if (!request.url?.startsWith('/dav')) return void response.end('<!doctype html>');
    const wound = this.#chance(100) < this.wounded ? WOUNDS[this.#chance(WOUNDS.length)] : undefined;
    if (wound) this.dealt.set(wound, (this.dealt.get(wound) ?? 0) + 1);
    if (wound === 'login')
      return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Log in</html>');
    if (wound === '429' || wound === '500' || wound === '507') return void response.writeHead(Number(wound)).end();
    if (wound === 'drop' && this.#chance(2) === 0) return void response.destroy();
    const { status, content } = this.#do(request.method ?? '', name, body, wound);
    if (wound === 'drop') return void response.destroy();
    if (wound === 'truncate' && content.length > 1) {
      response.writeHead(status, { 'Content-Length': content.length });
      response.write(content.subarray(0, content.length / 2));
      return void setTimeout(() => response.destroy(), 5);
    }
    // A tag that means nothing, and differs each time.
    response.writeHead(status, { ETag: `"${this.#chance(1e9)}"` }).end(content);
  }

  #do(method: string, name: string, body: Buffer, wound?: string): { status: number; content: Buffer } {
    const none = Buffer.alloc(0);
    if (method === 'PROPFIND') return { status: 207, content: this.#listing(wound === 'lie') };
    if (method === 'GET') {
      const content = this.files.get(name);
      return content ? { status: 200, content } : { status: 404, content: none };
    }
    if (method === 'DELETE') {
      this.#gone.add(name);
      return { status: this.files.delete(name) ? 204 : 404, content: none };
    }
    if (method !== 'PUT') return { status: 405, content: none };
    const used = [...this.files.values()].reduce((sum, { length }) => sum + length, 0);
    if (this.room !== null && used + body.length > this.room) return { status: 507, content: none };
    if (wound === 'truncate') this.files.set(name, body.subarray(0, body.length / 2));
    else if (wound !== 'swallow') this.files.set(name, body);
    return { status: 201, content: none };
  }

  #listing(lies: boolean): Buffer {
    const names = [...this.files.keys(), ...(lies ? this.#gone : [])]
      .filter(() => !lies || this.#chance(3) > 0)
      .map((name) => ({ name, at: this.#chance(1000) }))
      .sort((a, b) => a.at - b.at)
      .map(({ name }) => name);
    const responses = ['', ...names].map((name) => `<d:response><d:href>/dav/${name}</d:href></d:response>`);
    return Buffer.from(`<?xml version="1.0"?><d:multistatus xmlns:d="DAV:">${responses.join('')}</d:multistatus>`);
  }
}

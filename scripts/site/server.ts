import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

/** A page as the server gives it out. */
export interface ServedPage {
  status?: number;
  type?: string;
  headers?: Record<string, string>;
  body: string;
}

export interface Site {
  port: number;
  /** Every request that came, as `host/path`, in order. */
  requests: string[];
  close: () => Promise<void>;
}

/**
 * A local https server that answers for every host a browser is told to look for here: the site at its real address
 * without network, and a witness of every request that is made.
 * @param answer the page for an address; `null` is "not found"
 */
export async function serveSite(answer: (url: URL) => ServedPage | null): Promise<Site> {
  const keys = await generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048 });
  const requests: string[] = [];
  const server = createServer({ key: keys.private, cert: keys.cert }, (request, response) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host ?? 'localhost'}`);
    requests.push(`${url.host}${url.pathname}${url.search}`);
    const page = answer(url);
    response.writeHead(page?.status ?? (page ? 200 : 404), {
      'content-type': page?.type ?? 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...page?.headers,
    });
    response.end(page?.body ?? '<!doctype html><title>Not found</title><h1>Not found</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** A right pack as its author would write it, without hash and signature. */
export const madePack = (change: object = {}) => ({
  id: 'a-class',
  name: 'A class on harbors',
  author: 'Jane Doe',
  release: 2,
  date: '2026-11-22',
  articles: [
    {
      article: {
        url: 'https://thediplomat.com/2024/05/a-ledger/',
        headline: 'A Ledger of the Harbor',
        author: 'Jane Doe',
        published: '2024-05',
        summary: 'On ledgers.',
      },
      claims: [madeClaim('two-ledgers')],
    },
  ],
  bibliography: {
    doe2020harbor: { author: 'Jane Doe', title: 'Harbors', venue: 'Press', year: 2020, verified: 'known' },
  },
  ...change,
});

export const madeClaim = (id: string, change: object = {}) => ({
  id,
  kind: 'factual',
  label: 'Two ledgers are kept',
  statement: 'The harbor master keeps two ledgers.',
  excerpt: { start: 'The harbor master keeps', end: 'those that were expected.' },
  assessment: { verdict: 'holds', reason: 'Both ledgers exist.' },
  counterarguments: [
    {
      title: 'One is a copy',
      type: 'evidence',
      text: 'The second ledger is a copy of the first.',
      strength: 'weak',
      reason: 'nobody has seen both',
      sources: ['doe2020harbor'],
    },
  ],
  ...change,
});

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
export const zipped = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(bytes));

/** The file of a pack; `pack` may be text that is no right one. */
export function packFile(pack: object | string, more: object = {}): Uint8Array<ArrayBuffer> {
  const text = typeof pack === 'string' ? pack : JSON.stringify(pack);
  const hash = createHash('sha256').update(text).digest('hex');
  return bytesOf(JSON.stringify({ format: 'counterpoint-pack', version: 1, hash, pack: text, ...more }));
}

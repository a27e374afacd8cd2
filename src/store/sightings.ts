import type { Annotation, Sighting } from '../core/annotation';
import type { Quote } from '../core/quote';
import { UnwordedError } from '../core/unworded';
import { library } from './library';

/** How the page found an annotation; the store adds the time. */
type ReportedSighting = { id: string } & Omit<Sighting, 'at'>;

/** A sighting that says nothing new is noted again after so many milliseconds only: a visit must not rewrite the library. */
const STALE = 24 * 3600_000;

/** Notes how the quotes of these articles were found. Leaves `updated` alone: the reader changed nothing. */
export function recordSightings(articleKeys: string[], reported: readonly ReportedSighting[]): Promise<void> {
  return library.transaction('rw', library.annotations, async () => {
    const at = Date.now();
    const rows = await library.annotations.bulkGet(reported.map(({ id }) => id));
    const changed: Annotation[] = [];
    for (const [i, { id: _, ...seen }] of reported.entries()) {
      const row = rows[i];
      if (!row || !articleKeys.includes(row.articleKey) || row.target.kind !== 'words') continue;
      if (row.lastSeen && saysTheSame(row.lastSeen, seen) && at - row.lastSeen.at < STALE) continue;
      changed.push({ ...row, lastSeen: { at, ...seen } });
    }
    await library.annotations.bulkPut(changed);
  });
}

/** Attaches an annotation to other words. The former quote is kept, unless this takes the last such step back. */
export function reattachAnnotation(id: string, quote: Quote): Promise<Annotation> {
  return library.transaction('rw', library.annotations, async () => {
    const row = await library.annotations.get(id);
    if (row?.target.kind !== 'words') throw new UnwordedError('error_no_annotation');
    const former = row.formerQuotes ?? [];
    const back = isSame(former.at(-1), quote);
    const { lastSeen: _, ...rest } = row;
    const changed: Annotation = {
      ...rest,
      target: { kind: 'words', quote },
      formerQuotes: back ? former.slice(0, -1) : [...former, row.target.quote],
      updated: Date.now(),
    };
    await library.annotations.put(changed);
    return changed;
  });
}

const saysTheSame = (a: Sighting, b: Omit<Sighting, 'at'>): boolean =>
  a.outcome === b.outcome && a.words === b.words && Math.abs((a.start ?? 0) - (b.start ?? 0)) < 0.01;

const isSame = (a: Quote | undefined, b: Quote): boolean =>
  a?.exact === b.exact && a.prefix === b.prefix && a.suffix === b.suffix;

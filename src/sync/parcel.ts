import * as v from 'valibot';
import { LONGEST_KEY } from '../core/address';
import { type Bytes, fromBase64, toBase64 } from '../core/bytes';
import { scopeOf } from '../store/documents';
import type { Device, Update } from '../store/sync-rows';
import { deflated, inflated } from './deflate';

/** What one file holds: who says it, and what is said of which documents. */
export interface Parcel {
  device: Device;
  updates: Update[];
}

/** A file's content may not be longer than this, in bytes, before it was deflated. */
const MOST = 64 * 2 ** 20;
const FORMAT = 'counterpoint-sync 1';

const parcel = v.object({
  format: v.literal(FORMAT),
  device: v.object({
    id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)),
    name: v.pipe(v.string(), v.maxLength(100)),
    at: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)),
  }),
  updates: v.array(
    v.object({
      document: v.pipe(
        v.string(),
        v.maxLength(LONGEST_KEY + 100),
        v.check((name) => scopeOf(name) !== null),
      ),
      update: v.pipe(v.string(), v.base64(), v.transform(fromBase64)),
    }),
  ),
});

/** A parcel as bytes: JSON, deflated. */
export function wrapped({ device, updates }: Parcel): Promise<Bytes> {
  const said = updates.map(({ document, update }) => ({ document, update: toBase64(update) }));
  return deflated(new TextEncoder().encode(JSON.stringify({ format: FORMAT, device, updates: said })));
}

/** @throws when it is none of ours, of a newer kind, or too long */
export async function unwrapped(bytes: Bytes): Promise<Parcel> {
  return v.parse(parcel, JSON.parse(new TextDecoder().decode(await inflated(bytes, MOST))));
}

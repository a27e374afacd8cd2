import type { Plan } from '../../exchange/plan';
import type { ReadFile } from '../../exchange/read-file';
import type { Content } from '../../store/rows';
import { beside } from './beside';
import { startWorker } from './own-workers';

/** A file, and what it is to be compared with. */
export interface Chosen {
  bytes: ArrayBuffer;
  /** The library as it is. */
  present: Content;
  /** Milliseconds since 1970. */
  now: number;
}

/** A file that was read, and what its import would do. */
export interface Previewed {
  file: ReadFile;
  plan: Plan;
}

/** Reads a file and compares it with the library, see beside. */
export function previewFile(chosen: Chosen, signal: AbortSignal): Promise<Previewed> {
  return beside(startWorker('import'), chosen, () => {}, signal);
}

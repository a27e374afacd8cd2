import { KeptSafe } from './exchange/kept-safe';
import type { PartProps } from './slots';
import { SyncPanel } from './sync/sync-panel';

/** How safe the library is, and how it comes to other devices: what nobody opens the library for, and what is read last. */
export function Side({ kept, work }: PartProps) {
  return (
    <>
      <KeptSafe restored={() => void kept.reload()} />
      <SyncPanel kept={kept} work={work} />
    </>
  );
}

import { KeptSafe } from './exchange/kept-safe';
import type { SideProps } from './slots';
import { SyncPanel } from './sync/sync-panel';

/** How safe the library is, and how it comes to other devices: what nobody opens the library for, and what is read last. */
export function Side(props: SideProps) {
  return (
    <>
      <KeptSafe restored={() => void props.kept.reload()} />
      <SyncPanel {...props} />
    </>
  );
}

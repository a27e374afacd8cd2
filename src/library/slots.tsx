import type { ComponentChildren, ComponentType } from 'preact';
import type { Annotation } from '../core/annotation';
import { ExchangeTools } from './exchange/exchange-tools';
import { KeptSafe } from './exchange/kept-safe';
import type { Kept } from './kept';
import { ReviewView } from './review/review-view';
import { StancesView } from './stances/stances-view';
import { SyncPanel } from './sync/sync-panel';

/** What a part of the library page is given. */
export interface PartProps {
  kept: Kept;
}

/** A place of the library: a choice of its annotations, shown as the list, or a part of its own. */
export interface View {
  /** In the address. */
  name: string;
  title: string;
  /** Which annotations it lists. */
  holds?: (annotation: Annotation) => boolean;
  /** What stands there in place of the list. */
  Body?: ComponentType<PartProps>;
  /** What stands beside its name in place of a count of the annotations it holds. */
  Aside?: ComponentType<PartProps>;
  /** Said when it holds nothing. */
  empty?: ComponentChildren;
}

const stands = ({ deleted }: Annotation): boolean => deleted === null;

/** The places of the library, in the order of the navigation. */
export const VIEWS: [View, ...View[]] = [
  { name: 'all', title: 'All annotations', holds: stands },
  { name: 'review', title: 'Review', Body: () => <ReviewView /> },
  { name: 'stances', title: 'Claims and stances', Body: () => <StancesView /> },
  {
    name: 'claims',
    title: 'Notes on claims',
    holds: (row) => stands(row) && row.target.kind === 'claim',
    empty: 'No note on a claim yet. Click an underlined claim in an article and write in its card.',
  },
  {
    name: 'lost',
    title: 'Not found any more',
    holds: (row) => stands(row) && row.lastSeen?.outcome === 'not found',
    empty: 'Every highlight was found on its page when you were last there.',
  },
  {
    name: 'bin',
    title: 'Bin',
    holds: (row) => !stands(row),
    empty: 'The bin is empty. What you delete stays here for 30 days.',
  },
];

/** The parts of the right column, from the top. */
export const SIDE: ComponentType<PartProps>[] = [
  ({ kept }) => <ExchangeTools closed={() => kept.reload()} />,
  ({ kept }) => <KeptSafe restored={() => kept.reload()} />,
  ({ kept }) => <SyncPanel merged={() => kept.reload()} />,
];

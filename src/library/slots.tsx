import type { Annotation } from '../core/annotation';
import type { Key } from '../i18n/messages';
import type { Opened } from './dialogs';
import type { Kept } from './kept';
import { type Lazy, lazily } from './lazily';
import type { Work } from './work/use-work';

/** What a part of the library page is given. */
export interface PartProps {
  kept: Kept;
  work: Work;
}

/** What stands at its side is given besides. */
export interface SideProps extends PartProps {
  /** The dialog that is open. */
  dialog: Opened | null;
  open: (dialog: Opened) => void;
}

/** A place of the library: a choice of its annotations, shown as the list, or a part of its own. */
export interface View {
  /** In the address. */
  name: string;
  title: Key;
  /** Which annotations it lists. */
  holds?: (annotation: Annotation) => boolean;
  /** What stands there in place of the list. Once it has read what it shows, it calls kept.goOn(). */
  Body?: Lazy<PartProps>;
  /** Said when it holds nothing. */
  empty?: Key;
}

const ReviewView = lazily<PartProps>(() => import('./review/review-view').then((module) => module.ReviewView));
const StancesView = lazily<PartProps>(() => import('./stances/stances-view').then((module) => module.StancesView));

/** What stands at the side of the list. It comes after it: sync, which nobody waits for, is half of the page's code. */
export const Side = lazily<SideProps>(() => import('./side').then((module) => module.Side));

/** What tells that the browser has emptied the library; nearly always nothing. */
export const EmptiedNotice = lazily<{ restored: () => void }>(() =>
  import('./exchange/emptied-notice').then((module) => module.EmptiedNotice),
);

/** What is left of the library where it cannot be opened. */
export const FiledCopies = lazily<object>(() => import('./exchange/filed-copies').then((module) => module.FiledCopies));

const stands = ({ deleted }: Annotation): boolean => deleted === null;

/** The places of the library, in the order of the navigation. */
export const VIEWS: [View, ...View[]] = [
  { name: 'all', title: 'library_all', holds: stands },
  { name: 'review', title: 'settings_review', Body: ReviewView },
  { name: 'stances', title: 'library_stances', Body: StancesView },
  {
    name: 'claims',
    title: 'library_claim_notes',
    holds: (row) => stands(row) && row.target.kind === 'claim',
    empty: 'library_claim_notes_empty',
  },
  {
    name: 'lost',
    title: 'library_lost',
    holds: (row) => stands(row) && row.lastSeen?.outcome === 'not found',
    empty: 'library_lost_empty',
  },
  {
    name: 'bin',
    title: 'library_bin',
    holds: (row) => !stands(row),
    empty: 'library_bin_none',
  },
];

/** The place of that name, or the first. */
export const viewNamed = (wanted: string): View => VIEWS.find(({ name }) => name === wanted) ?? VIEWS[0];

import { GROUPS, type Grouping, SORTS, type Sort } from './arrange';

/** What the library shows: kept in the address, so that back works and a search can be a bookmark. */
export interface Shown {
  view: string;
  /** The search as typed. */
  typed: string;
  sort: Sort;
  grouping: Grouping;
}

const START: Shown = { view: 'all', typed: '', sort: 'newest', grouping: 'article' };

/** What an address's query string asks for; what it does not say is as at the start. */
export function readShown(search: string): Shown {
  const params = new URLSearchParams(search);
  const sort = params.get('sort') ?? '';
  const grouping = params.get('group') ?? '';
  return {
    view: params.get('view') ?? START.view,
    typed: params.get('q') ?? '',
    sort: Object.hasOwn(SORTS, sort) ? (sort as Sort) : START.sort,
    grouping: Object.hasOwn(GROUPS, grouping) ? (grouping as Grouping) : START.grouping,
  };
}

/** The query string for what is shown; empty at the start. */
export function writeShown({ view, typed, sort, grouping }: Shown): string {
  const params = new URLSearchParams();
  if (view !== START.view) params.set('view', view);
  if (typed !== '') params.set('q', typed);
  if (sort !== START.sort) params.set('sort', sort);
  if (grouping !== START.grouping) params.set('group', grouping);
  const search = params.toString();
  return search === '' ? '' : `?${search}`;
}

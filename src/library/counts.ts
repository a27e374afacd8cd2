import type { Annotation } from '../core/annotation';

/** How many annotations that stand have each colour and each tag, most first. */
export function tally(rows: Iterable<Annotation>): { colors: Map<string, number>; tags: [string, number][] } {
  const colors = new Map<string, number>();
  const tags = new Map<string, number>();
  for (const row of rows) {
    if (row.deleted !== null) continue;
    colors.set(row.color, (colors.get(row.color) ?? 0) + 1);
    for (const tag of row.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1);
  }
  return { colors, tags: [...tags].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)) };
}

import { dom } from '../anchoring/dom';
import { COLORS } from '../core/annotation';
import { VERDICTS } from '../core/claim';
import { lightness } from './lightness';
import { type Mark, markId } from './mark';

/** Every name begins so: the registry is the page's too. */
const PREFIX = 'counterpoint-';

/** What we registered, by name: the page's scripts can clear the registry, so it is not asked what is ours. */
const registered = new Map<string, Highlight>();

/**
 * Paints the marks with the CSS Custom Highlight API. No node is added or changed.
 * @param tinted ids of the marks whose words are tinted: the one whose card is open, the one under the mouse …
 */
export function paint(marks: Mark[], tinted: ReadonlySet<string>, body: Element): void {
  const suffix = isDark(body) ? '-dark' : '';
  const wanted = new Map<string, Range[]>();
  const add = (name: string, ranges: Range[]) => wanted.set(name, [...(wanted.get(name) ?? []), ...ranges]);
  for (const mark of marks) {
    if (mark.ranges.length === 0) continue;
    add(nameOf(mark), mark.ranges);
    if (tinted.has(markId(mark))) add('open', mark.ranges);
  }
  for (const name of registered.keys()) if (!wanted.has(name.slice(PREFIX.length).replace(/-dark$/, ''))) erase(name);
  for (const [name, ranges] of wanted) {
    erase(`${PREFIX}${name}${suffix === '' ? '-dark' : ''}`);
    show(`${PREFIX}${name}${suffix}`, ranges, name === 'open' ? 2 : /^(claim-|term)/.test(name) ? 1 : 0);
  }
}

function nameOf(mark: Mark): string {
  if (mark.kind === 'claim') return `claim-${mark.claim.assessment.verdict}`;
  return mark.kind === 'annotation' ? mark.annotation.color : mark.kind;
}

/** What is painted, without prefix and suffix. */
const NAMES = [...COLORS, ...VERDICTS.map((verdict) => `claim-${verdict}`), 'term', 'echo', 'shared', 'open'];

/** Takes off what a former version of this script has left on the page: Firefox ends it without a word at an update. */
export function unpaintFormer(): void {
  for (const name of NAMES) for (const suffix of ['', '-dark']) CSS.highlights.delete(`${PREFIX}${name}${suffix}`);
}

/** Takes all our paint off the page, and nobody else's. */
export function unpaint(): void {
  for (const name of [...registered.keys()]) erase(name);
}

function show(name: string, ranges: Range[], priority: number): void {
  const highlight = registered.get(name) ?? new Highlight();
  highlight.priority = priority;
  highlight.clear();
  for (const range of ranges) highlight.add(range);
  registered.set(name, highlight);
  CSS.highlights.set(name, highlight);
}

function erase(name: string): void {
  registered.get(name)?.clear();
  if (registered.delete(name)) CSS.highlights.delete(name);
}

/** Whether the article's ink is light, so that its paper must be dark. */
function isDark(body: Element): boolean {
  const paragraph = dom.all('p', body)[0] ?? body;
  return lightness(getComputedStyle(paragraph).color) > 0.55;
}

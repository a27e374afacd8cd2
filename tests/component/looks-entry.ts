import { describe } from '../../src/anchoring/describe';
import { resolvingAll } from '../../src/anchoring/resolve';
import type { Resolving } from '../../src/anchoring/resolve-again';
import { Reading } from '../../src/content-script/reading';
import { ShownReading } from '../../src/content-script/shown-reading';
import type { Annotation } from '../../src/core/annotation';
import type { Place } from '../../src/core/place';
import { DEFAULTS } from '../../src/store/settings';

const KEY = '2022/11/one';
const SAVED = 'The lamp at the end of the pier was mended with parts of three other lamps, and nobody noticed.';
const NOW = 'The lamp at the end of the pier was repaired with parts of three other lamps, and nobody noticed.';
const AROUND = ['A ferry leaves late on Thursdays.', 'A letter posted in winter arrived in June.'];

/** A highlight whose words were edited since: only what comes with the second script finds it. */
function edited(): Annotation {
  const text = [AROUND[0], SAVED, AROUND[1]].join('\n');
  const start = text.indexOf('lamp at');
  const quote = describe(text, { start, end: text.indexOf(', and nobody') });
  const times = { created: 1, updated: 1, deleted: null };
  return { id: 'one', articleKey: KEY, target: { kind: 'words', quote }, color: 'blue', note: '', tags: [], ...times };
}

/**
 * A look that did without the second script is overtaken by another while that comes.
 * @returns where the highlight was said to be, after each look that was shown
 */
export async function overtakenLooks(): Promise<Place[]> {
  const body = document.createElement('article');
  for (const words of [AROUND[0], NOW, AROUND[1]]) {
    const paragraph = document.createElement('p');
    paragraph.textContent = words ?? '';
    body.append(paragraph);
  }
  document.body.replaceChildren(body);
  const opened = { claims: null, annotations: [edited()], stances: [], messages: null, problem: null };
  const page = { address: { key: KEY, url: `https://thediplomat.com/${KEY}/` }, headline: 'One', author: '', body };
  const reading = new Reading(page, { ...opened, settings: DEFAULTS });
  let brought: (resolving: Resolving) => void = () => undefined;
  let asked: () => void = () => undefined;
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const coming = new Promise<Resolving>((resolve) => {
    brought = resolve;
  });
  const shown = new ShownReading(reading, () => {
    asked();
    return coming;
  });
  const said: Place[] = [];
  shown.onLook = () => said.push(...reading.marks.map(({ place }) => place));
  void shown.look();
  await isAsked;
  const last = shown.look('marks');
  brought(resolvingAll);
  await last;
  return said;
}

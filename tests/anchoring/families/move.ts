import type { Span } from '../../../src/core/quote';
import { type Block, type Cell, fresh, type Page, sentencesIn, textOf } from '../page';
import type { Random } from '../random';
import { decomposed, parted } from './dress';
import { editWords, isWithin } from './edit';
import type { Family } from './family';

/** Cells that say the same and are not the same. */
const copied = (cells: readonly Cell[]): Cell[] => cells.map(({ char }) => ({ char, id: -1 }));

const ADS = [
  'Advertisement',
  'Enjoying this article? Click here to subscribe for full access. Just $5 a month.',
  'Read more about this story in our weekly newsletter, free every Friday morning.',
];

/** Each block's sentences, the one space or none after them with them. */
function sentences({ cells }: Block): Cell[][] {
  const spans = sentencesIn(textOf(cells));
  return spans.map(({ start }, k) => cells.slice(start, spans[k + 1]?.start ?? cells.length));
}

function reordered(page: Page, random: Random): Page {
  return page.map((block) => ({
    ...block,
    cells: random.shuffle(sentences(block)).flatMap((cells, k) => (k === 0 ? cells : [...fresh(' '), ...cells])),
  }));
}

/** Puts boxes beside and advertisements between the blocks, and some of both inside them. */
export function withBoxes(page: Page, random: Random): Page {
  const repeated = page.flatMap((block) => sentences(block));
  return page.flatMap((block): Block[] => {
    const ad: Block = { kind: 'text', cells: fresh(random.pick(ADS)) };
    const box: Block = {
      kind: 'box',
      cells: random.chance(0.5)
        ? copied(random.pick(repeated))
        : fresh(`Photo: the view in ${random.int(1950, 2020)}. Credit: an agency.`),
    };
    const [first = block, ...rest] = random.chance(0.4) ? parted([block], random, 0.015) : [block];
    return random.chance(0.5) ? [first, box, ...rest] : [first, ad, ...rest, box];
  });
}

/** Hides a copy of every block, before or after it. */
const withHidden = (page: Page): Page =>
  page.flatMap((block) => [{ kind: 'hidden', cells: copied(block.cells) }, block]);

function republished(page: Page, random: Random): Page {
  const lead = page[0] ? (sentences(page[0])[0] ?? []) : [];
  const text = (words: string): Block => ({ kind: 'text', cells: fresh(words) });
  return [
    text('We value your privacy. This site uses cookies to remember your choices.'),
    text('Home | World | Opinion'),
    { kind: 'text', cells: copied(lead) },
    ...page.map((block) => ({
      ...block,
      cells: block.cells.map((cell) => (cell.char === ' ' && random.chance(0.1) ? { ...cell, char: '\u00A0' } : cell)),
    })),
    text('By a staff writer. First published elsewhere on July 16, 2025. All rights reserved.'),
    text('Read next: five things to know about the vote on Tuesday'),
  ];
}

/** The sentences a target touches. */
function touched(page: Page, target: Span): Cell[][] {
  return page.flatMap((block) => sentences(block)).filter((cells) => cells.some(isWithin(target)));
}

function without(page: Page, gone: readonly Cell[]): Page {
  const lost = new Set(gone);
  return page
    .map((block) => ({ ...block, cells: block.cells.filter((cell) => !lost.has(cell)) }))
    .filter(({ cells }) => cells.length > 0);
}

const deleted = (page: Page, target: Span): Page => without(page, touched(page, target).flat());

/**
 * A sentence much like the target's, with other facts: a share of its words are others, within the target too. None is
 * only mended or left out: of a few words with a typo any reader would say that they are the quoted ones, moved.
 */
export function lookalike(page: Page, random: Random, target: Span, share: number): Cell[] | null {
  const own: Page = [{ kind: 'text', cells: touched(page, target).flat() }];
  const within = editWords(own, random, share, isWithin(target), 'other facts');
  const isBeside = (cell: Cell) => cell.id >= 0 && !isWithin(target)(cell);
  const all = within && editWords(within, random, share, isBeside, 'other facts');
  const made = all ?? within;
  return made?.[0] ? copied(made[0].cells) : null;
}

/** Puts a paragraph in anywhere but where the target stands: there it would be the target, edited, to any reader. */
function elsewhere(page: Page, random: Random, target: Span, cells: Cell[]): Page {
  const touches = page.map((block) => block.cells.some(isWithin(target)));
  const first = touches.indexOf(true);
  let at = random.int(0, page.length);
  if (at >= first && at <= touches.lastIndexOf(true) + 1) at = first > 2 ? 0 : page.length;
  return [...page.slice(0, at), { kind: 'text', cells }, ...page.slice(at)];
}

function withLookalike(page: Page, random: Random, target: Span): Page | null {
  const cells = lookalike(page, random, target, 0.35);
  return cells && elsewhere(page, random, target, cells);
}

/** A sentence from elsewhere in the page in the place of those the target touches. */
function replacedInPlace(page: Page, random: Random, target: Span): Page | null {
  const lost = new Set(touched(page, target).flat());
  const words = textOf([...lost].filter(isWithin(target))).toLowerCase();
  const others = page
    .flatMap((block) => sentences(block))
    .filter((cells) => cells.length > 30 && !cells.some((cell) => lost.has(cell)))
    .filter((cells) => !textOf(cells).toLowerCase().includes(words));
  let isDone = false;
  return page.map((block) => ({
    ...block,
    cells: sentences(block).flatMap((cells) => {
      if (!cells.some((cell) => lost.has(cell))) return cells;
      if (isDone) return [];
      isDone = true;
      return [...copied(random.pick(others)), ...fresh(' ')];
    }),
  }));
}

/** Moves the block(s) of a target to the other end of the page. */
function moved(page: Page, random: Random, target: Span): Page {
  const own = page.filter((block) => block.cells.some(isWithin(target)));
  const others = page.filter((block) => !own.includes(block));
  const was = page.indexOf(own[0] as Block);
  const at = was > others.length / 2 ? random.int(0, 1) : others.length - random.int(0, 1);
  return [...others.slice(0, at), ...own, ...others.slice(at)];
}

/** Puts a copy of the target's blocks with other facts beside them. */
function withTwin(page: Page, random: Random, target: Span): Page | null {
  const own = page.filter((block) => block.cells.some(isWithin(target)));
  const twin = editWords(own, random, 0.22, ({ id }) => id >= 0, 'other facts')?.map((block) => ({
    ...block,
    cells: copied(block.cells),
  }));
  const at = page.indexOf(own[0] as Block);
  if (!twin) return null;
  return random.chance(0.5)
    ? [...page.slice(0, at), ...twin, ...page.slice(at)]
    : [...page.slice(0, at + own.length), ...twin, ...page.slice(at + own.length)];
}

const long = (_: Span, words: number): boolean => words >= 4;

/** What stands elsewhere, no more, or twice. */
export const MOVES: Family[] = [
  { name: 'boxes and advertisements', whole: true, change: withBoxes },
  { name: 'sentences reordered', whole: true, change: reordered },
  { name: 'paragraphs moved', whole: true, change: (page, random) => random.shuffle(page) },
  { name: 'hidden copies', whole: true, change: withHidden },
  { name: 'truncated', whole: true, change: (page) => page.slice(0, Math.ceil(page.length / 3)) },
  { name: 'republished', whole: true, change: republished },
  {
    name: 'half of the sentences deleted',
    whole: true,
    change: (page, random) =>
      without(
        page,
        page
          .flatMap((block) => sentences(block))
          .filter(() => random.chance(0.5))
          .flat(),
      ),
  },
  { name: 'deleted', gone: true, change: (page, _, target) => deleted(page, target) },
  {
    name: 'paragraph deleted',
    gone: true,
    change: (page, _, target) => page.filter((block) => !block.cells.some(isWithin(target))),
  },
  {
    name: 'words deleted',
    gone: true,
    change: (page, _, target) =>
      without(
        page,
        page.flatMap(({ cells }) => cells.filter(isWithin(target))),
      ),
  },
  {
    name: 'deleted, a lookalike stood elsewhere',
    gone: true,
    before: withLookalike,
    change: (page, _, target) => deleted(page, target),
  },
  {
    name: 'deleted, a lookalike stands elsewhere',
    gone: true,
    change: (page, random, target) => {
      const cells = lookalike(page, random, target, 0.5);
      // Put in first: once the target is gone nothing tells where it stood.
      return cells && deleted(elsewhere(page, random, target, cells), target);
    },
  },
  { name: 'replaced in place', gone: true, change: replacedInPlace },
  {
    name: 'one of several deleted',
    gone: true,
    only: ({ kind }) => kind === 'repeated',
    change: (page, _, target) => deleted(page, target),
  },
  {
    name: 'edited, a lookalike stood elsewhere',
    only: long,
    before: withLookalike,
    change: (page, random, target) => editWords(page, random, 0.1, isWithin(target)),
  },
  {
    name: 'edited, a lookalike stands elsewhere',
    only: long,
    change: (page, random, target) => {
      const twin = withLookalike(page, random, target);
      return twin && editWords(twin, random, 0.1, isWithin(target));
    },
  },
  {
    name: 'moved and edited',
    hard: true,
    only: long,
    change: (page, random, target) => editWords(moved(page, random, target), random, 0.12, isWithin(target)),
  },
  { name: 'a twin beside', hard: true, change: withTwin },
  {
    name: 'a twin beside, edited',
    hard: true,
    only: long,
    change: (page, random, target) => {
      const twin = withTwin(page, random, target);
      return twin && editWords(twin, random, 0.08, isWithin(target));
    },
  },
  {
    name: 'everything at once',
    hard: true,
    only: long,
    change: (page, random, target) => {
      const edited = editWords(moved(page, random, target), random, 0.1, isWithin(target));
      return edited && withHidden(withBoxes(decomposed(edited), random));
    },
  },
];

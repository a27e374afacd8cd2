import type { Span } from '../../../src/core/quote';
import { type Cell, fresh, instead, type Page, textOf, wordsIn } from '../page';
import type { Random } from '../random';
import type { Family } from './family';

const WORDS =
  'harvest copper lantern meadow verdict thunder gallery mirror pepper canvas orbit saddle whistle granite velvet compass pillow magnet ribbon cellar feather quarry tunnel basket anchor violet hammer puzzle rocket stable walnut carpet dragon fabric garlic insect jacket kettle'.split(
    ' ',
  );
const CLAUSES = [
  'as observers noted at the time',
  'which came as no surprise',
  'according to two officials',
  'at least on paper',
  'for better or worse',
];

/** Cells of a page that belong to a target, or lie up to so many characters beside it. */
export const isWithin =
  (target: Span, beside = 0) =>
  (cell: Cell): boolean =>
    cell.id >= target.start - beside && cell.id < target.end + beside;

/** Another word of the same length about, a mended typo, or nothing. */
function editWord(old: readonly Cell[], random: Random, may: { mend: boolean; leaveOut: boolean }): Cell[] {
  const word = textOf(old);
  const way = random.next();
  if (/^\d+$/.test(word)) return instead(old, String(Number(word.slice(0, 8)) + random.int(1, 40)));
  if (way < 0.2 && word.length > 5 && may.mend) {
    const at = random.int(2, word.length - 3);
    return [...old.slice(0, at), ...old.slice(at + 1)];
  }
  if (way < 0.35 && may.leaveOut) return [];
  const other = random.pick(WORDS);
  return instead(old, /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other);
}

/**
 * Edits a share of the words for which `which` holds, at least one if there is any.
 * @param facts every edit states another fact: no word is mended or left out.
 */
export function editWords(
  page: Page,
  random: Random,
  share: number,
  which: (cell: Cell) => boolean,
  facts: 'any edit' | 'other facts' = 'any edit',
): Page | null {
  const spots = page.flatMap((block, b) =>
    block.kind === 'text'
      ? wordsIn(block.cells)
          .filter(({ start, end }) => block.cells.slice(start, end).every(which))
          .map((word) => ({ b, word }))
      : [],
  );
  if (spots.length === 0) return null;
  const edges = [spots[0], spots.at(-1)];
  const chosen = random.shuffle(spots).slice(0, Math.max(1, Math.round(share * spots.length)));
  return page.map((block, b) => {
    const here = chosen.filter((spot) => spot.b === b).sort((x, y) => y.word.start - x.word.start);
    const cells = [...block.cells];
    for (const spot of here) {
      const { start, end } = spot.word;
      const mend = facts === 'any edit';
      const leaveOut = mend && !edges.includes(spot) && spots.length > 4;
      const edited = editWord(cells.slice(start, end), random, { mend, leaveOut });
      const space = edited.length === 0 && cells[end]?.char === ' ' ? 1 : 0;
      cells.splice(start, end - start + space, ...edited);
    }
    return { ...block, cells };
  });
}

/** Puts words in after a word that is within the target and not its last one. */
export function insertInside(page: Page, random: Random, target: Span, words: string): Page | null {
  const spots = page.flatMap((block, b) =>
    wordsIn(block.cells)
      .filter((word) => block.kind === 'text' && block.cells.slice(word.start, word.end).every(isWithin(target)))
      .map((word) => ({ b, end: word.end })),
  );
  if (spots.length < 2) return null;
  const spot = spots[Math.max(0, Math.min(spots.length - 2, Math.floor(spots.length / 2) - 1 + random.int(-1, 1)))];
  return page.map((block, b) =>
    b === spot?.b
      ? { ...block, cells: [...block.cells.slice(0, spot.end), ...fresh(` ${words}`), ...block.cells.slice(spot.end)] }
      : block,
  );
}

/** Replaces what stands beside a target on one side by other words. */
export function replaceSide(page: Page, random: Random, target: Span, side: 'before' | 'after'): Page {
  const reach = 130;
  const isContext = ({ id }: Cell): boolean =>
    side === 'before' ? id >= target.start - reach && id < target.start : id >= target.end && id < target.end + reach;
  return page.map((block) => {
    const cells = [...block.cells];
    const isWord = /[\p{L}\p{N}]/u;
    for (const { start, end } of wordsIn(cells).reverse()) {
      if (!cells.slice(start, end).every(isContext)) continue;
      // The rest of a word that is quoted in part stays.
      if (isWord.test(cells[end]?.char ?? ' ') || isWord.test(cells[start - 1]?.char ?? ' ')) continue;
      cells.splice(start, end - start, ...fresh(random.pick(WORDS)));
    }
    return { ...block, cells };
  });
}

const atLeast = (least: number) => (_: Span, words: number) => words >= least;

const beside =
  (target: Span, reach: number) =>
  (cell: Cell): boolean =>
    isWithin(target, reach)(cell) && !isWithin(target, 1)(cell);

const editedBy = (share: number) => (page: Page, random: Random, target: Span) =>
  editWords(page, random, share, isWithin(target));

/** The words edited, or what stands around them. */
export const EDITS: Family[] = [
  {
    name: 'a word of the quote edited',
    only: atLeast(3),
    change: (page, random, target) => editWords(page, random, 0, isWithin(target)),
  },
  {
    name: 'a clause added',
    only: atLeast(3),
    change: (page, random, target) => insertInside(page, random, target, `${random.pick(CLAUSES)},`),
  },
  { name: 'edited around', change: (page, random, target) => editWords(page, random, 0.15, beside(target, 120)) },
  {
    name: 'edited in and around',
    only: atLeast(4),
    change: (page, random, target) => {
      const inside = editWords(page, random, 0.1, isWithin(target));
      return inside && editWords(inside, random, 0.12, beside(target, 120));
    },
  },
  {
    name: 'edited here and there',
    whole: true,
    change: (page, random) => editWords(page, random, 0.04, ({ id }) => id >= 0),
  },
  { name: '20 % edited', hard: true, only: atLeast(4), change: editedBy(0.2) },
  { name: '35 % edited', hard: true, only: atLeast(5), change: editedBy(0.35) },
  { name: '50 % edited', hard: true, only: atLeast(6), change: editedBy(0.5) },
  {
    name: 'edited, one side replaced',
    hard: true,
    only: atLeast(4),
    change: (page, random, target) => {
      const edited = editWords(page, random, 0.15, isWithin(target));
      return edited && replaceSide(edited, random, target, random.pick(['before', 'after']));
    },
  },
  {
    name: 'edited, 40 % of both sides too',
    hard: true,
    only: atLeast(4),
    change: (page, random, target) => {
      const inside = editWords(page, random, 0.15, isWithin(target));
      return inside && editWords(inside, random, 0.4, beside(target, 150));
    },
  },
  {
    name: 'halves pushed apart',
    hard: true,
    only: atLeast(4),
    change: (page, random, target) =>
      insertInside(
        page,
        random,
        target,
        Array.from({ length: random.int(12, 20) }, () => random.pick(WORDS)).join(' '),
      ),
  },
];

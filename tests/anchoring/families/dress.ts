import { type Block, type Cell, fresh, instead, type Page, sentencesIn, textOf, wordsIn } from '../page';
import type { Random } from '../random';
import type { Family } from './family';

/** Every character of the page's text by itself. */
const eachChar = (page: Page, make: (cell: Cell, before: string, after: string) => Cell[]): Page =>
  page.map((block) => ({
    ...block,
    cells: block.cells.flatMap((cell, k) =>
      make(cell, block.cells[k - 1]?.char ?? ' ', block.cells[k + 1]?.char ?? ' '),
    ),
  }));

const keep = ({ id }: Cell, text: string): Cell[] =>
  Array.from({ length: text.length }, (_, k) => ({ char: text.charAt(k), id }));

const isLetter = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

const STRAIGHT: Record<string, string> = { '“': '"', '”': '"', '‘': "'", '’': "'", '–': '-', '—': '--', '…': '...' };

export const straight = (page: Page): Page => eachChar(page, (cell) => keep(cell, STRAIGHT[cell.char] ?? cell.char));

export function curly(page: Page): Page {
  return eachChar(page, (cell, before) => {
    const opens = /[\s(]/.test(before);
    if (cell.char === '"') return keep(cell, opens ? '“' : '”');
    if (cell.char === "'") return keep(cell, opens ? '‘' : '’');
    if (cell.char === '“') return keep(cell, '«');
    if (cell.char === '”') return keep(cell, '»');
    if (cell.char === '-' || cell.char === '–') return keep(cell, '—');
    return [cell];
  });
}

export function spaces(page: Page, random: Random): Page {
  return eachChar(page, (cell) =>
    cell.char === ' ' && random.chance(0.3)
      ? keep(cell, random.pick(['\u00A0', '\u2009', '\u202F', '  ', ' \n']))
      : [cell],
  );
}

export function invisible(page: Page, random: Random): Page {
  return eachChar(page, (cell, before) =>
    isLetter(before) && random.chance(0.12)
      ? [...fresh(random.pick(['\u00AD', '\u200B', '\u200D', '\uFEFF', '\u2060'])), cell]
      : [cell],
  );
}

export const decomposed = (page: Page): Page => eachChar(page, (cell) => keep(cell, cell.char.normalize('NFD')));

const stripped = (page: Page): Page =>
  eachChar(page, (cell) =>
    keep(
      cell,
      cell.char
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace('đ', 'd')
        .replace('Đ', 'D')
        .replace('ø', 'o')
        .replace('Ø', 'O'),
    ),
  );

/** Blocks parted at some spaces. */
export function parted(page: Page, random: Random, probability: number): Page {
  return page.flatMap((block) => {
    const parts: Block[] = [{ ...block, cells: [] }];
    for (const cell of block.cells) {
      if (cell.char === ' ' && random.chance(probability)) parts.push({ ...block, cells: [] });
      else parts.at(-1)?.cells.push(cell);
    }
    return parts;
  });
}

function asLists(page: Page): Page {
  return page.flatMap((block) =>
    sentencesIn(textOf(block.cells)).map(({ start, end }, k) => ({
      ...block,
      cells: [...fresh(k % 2 ? '• ' : ''), ...block.cells.slice(start, end)],
    })),
  );
}

export function hyphenated(page: Page, random: Random, probability: number): Page {
  return page.map((block) => {
    const cells: Cell[] = [];
    let last = 0;
    for (const { start, end } of wordsIn(block.cells)) {
      if (end - start < 6 || !random.chance(probability)) continue;
      const at = start + random.int(2, end - start - 3);
      cells.push(...block.cells.slice(last, at), ...fresh(random.pick(['-', '- ', '-\n', '\u2010'])));
      last = at;
    }
    return { ...block, cells: [...cells, ...block.cells.slice(last)] };
  });
}

/** The same words in another dress. */
export const DRESS: Family[] = [
  { name: 'nothing changed', whole: true, change: (page) => page },
  { name: 'straight signs', whole: true, change: straight },
  { name: 'curly signs', whole: true, change: curly },
  { name: 'spaces', whole: true, change: spaces },
  { name: 'invisible signs', whole: true, change: invisible },
  { name: 'NFD', whole: true, change: decomposed },
  { name: 'diacritics stripped', whole: true, change: stripped },
  {
    name: 'capitals',
    whole: true,
    change: (page) =>
      eachChar(page, (cell) =>
        keep(cell, cell.char.length === cell.char.toUpperCase().length ? cell.char.toUpperCase() : cell.char),
      ),
  },
  {
    name: 'line breaks',
    whole: true,
    change: (page, random) =>
      eachChar(page, (cell) => (cell.char === ' ' && random.chance(0.1) ? instead([cell], '\n') : [cell])),
  },
  { name: 'lists', whole: true, change: asLists },
  { name: 'tables', whole: true, change: (page, random) => parted(page, random, 0.15) },
  { name: 'hyphenated', hard: true, whole: true, change: (page, random) => hyphenated(page, random, 0.25) },
];

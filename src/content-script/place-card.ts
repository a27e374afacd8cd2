/** A box in the document's coordinates, CSS pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface CardPlace {
  left: number;
  top: number;
  width: number;
  maxHeight: number;
}

const GAP = 12;
const MARGIN = 8;
/** Less height than this is no card to read in. */
const LEAST_HEIGHT = 220;
const LEAST_WIDTH = 300;

/**
 * Where a card stands so that it never covers the words it speaks of: in the margin right or left of their column where
 * there is room, else right or left of the words themselves; else below them, or above where the document ends.
 * @param words the box of the words
 * @param column the box of the block they stand in
 * @param view what is seen of the document
 * @param card the card's wished width and height
 * @param bottom where the document ends
 */
export function placeCard(
  words: Box,
  column: Box,
  view: Box,
  card: { width: number; height: number },
  bottom: number,
): CardPlace {
  return (
    beside(column, words.top, view, card) ?? beside(words, words.top, view, card) ?? stacked(words, view, card, bottom)
  );
}

/** Right or left of a box, within the view; `null` where there is no room. */
function beside(box: Box, top: number, view: Box, card: { width: number; height: number }): CardPlace | null {
  const maxHeight = Math.max(LEAST_HEIGHT, view.height - 2 * MARGIN);
  const highest = view.top + MARGIN;
  const lowest = view.top + view.height - Math.min(card.height, maxHeight) - MARGIN;
  const place = { top: Math.max(highest, Math.min(top - GAP, lowest)), maxHeight };
  const right = box.left + box.width + GAP;
  const rightRoom = view.left + view.width - MARGIN - right;
  const leftRoom = box.left - GAP - (view.left + MARGIN);
  const least = Math.min(card.width, LEAST_WIDTH);
  if (rightRoom >= least) return { ...place, left: right, width: Math.min(card.width, rightRoom) };
  const width = Math.min(card.width, leftRoom);
  return leftRoom >= least ? { ...place, left: box.left - GAP - width, width } : null;
}

/** Below the words, or above them where the document has no room left below. */
function stacked(words: Box, view: Box, card: { width: number; height: number }, bottom: number): CardPlace {
  const width = Math.min(card.width, view.width - 2 * MARGIN);
  const left = Math.max(view.left + MARGIN, Math.min(words.left, view.left + view.width - MARGIN - width));
  const maxHeight = Math.max(LEAST_HEIGHT, 0.6 * view.height);
  const under = words.top + words.height + GAP;
  const over = words.top - GAP;
  if (under + Math.min(card.height, maxHeight) + MARGIN <= bottom || over < LEAST_HEIGHT) {
    return { left, top: under, width, maxHeight };
  }
  const overHeight = Math.min(maxHeight, over - MARGIN);
  return { left, top: over - Math.min(card.height, overHeight), width, maxHeight: overHeight };
}

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
 * Where a card stands so that it never covers the words it speaks of: to their right or left where there is room,
 * as a margin note; else below them, or above where the document ends.
 * @param words the box of the words
 * @param view what is seen of the document
 * @param card the card's wished width and height
 * @param bottom where the document ends
 */
export function placeCard(words: Box, view: Box, card: { width: number; height: number }, bottom: number): CardPlace {
  const viewRight = view.left + view.width;
  const maxHeight = Math.max(LEAST_HEIGHT, view.height - 2 * MARGIN);
  const height = Math.min(card.height, maxHeight);
  const rightEdge = words.left + words.width + GAP;
  const rightRoom = viewRight - MARGIN - rightEdge;
  const leftRoom = words.left - GAP - (view.left + MARGIN);
  const beside = Math.max(view.top + MARGIN, Math.min(words.top - GAP, view.top + view.height - height - MARGIN));
  if (rightRoom >= Math.min(card.width, LEAST_WIDTH)) {
    return { left: rightEdge, top: beside, width: Math.min(card.width, rightRoom), maxHeight };
  }
  if (leftRoom >= Math.min(card.width, LEAST_WIDTH)) {
    const width = Math.min(card.width, leftRoom);
    return { left: words.left - GAP - width, top: beside, width, maxHeight };
  }
  const width = Math.min(card.width, view.width - 2 * MARGIN);
  const left = Math.max(view.left + MARGIN, Math.min(words.left, viewRight - MARGIN - width));
  const under = words.top + words.height + GAP;
  const underHeight = Math.min(maxHeight, Math.max(LEAST_HEIGHT, 0.6 * view.height));
  if (under + Math.min(card.height, underHeight) + MARGIN <= bottom || words.top - GAP < LEAST_HEIGHT) {
    return { left, top: under, width, maxHeight: underHeight };
  }
  const overHeight = Math.min(underHeight, words.top - GAP - MARGIN);
  return { left, top: words.top - GAP - Math.min(card.height, overHeight), width, maxHeight: overHeight };
}

import { type HierarchyNode, hierarchy, tree } from 'd3-hierarchy';
import type { ClaimNode } from './claim-tree';
import { wrap } from './wrap';

/** Sizes in pixels at a font size of 16; all grow with the reader's font size. */
const TEXT = { size: 13, line: 17, sub: 11.5 };
const BOX = { narrowest: 200, widest: 272, padding: 10, edge: 14 };
/** Between columns, and between boxes of a column. */
const GAP = { across: 36, down: 14 };
/** How far a claim is set in from the one it supports, where they stand in one column. */
const INDENT = 18;
const LINES = 4;

/** A box of the map: a claim, or, with `null`, the article, where it has several theses. In pixels. */
export interface Box {
  node: ClaimNode | null;
  /** From 1, as in the tree that screen readers hear. */
  level: number;
  position: number;
  siblings: number;
  parent: Box | null;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: string[];
}

export interface MapLayout {
  /** In the order in which they are walked: each claim, then those that carry it. */
  boxes: Box[];
  /** The lines from a claim to those that carry it, as SVG paths. */
  edges: string[];
  width: number;
  height: number;
  text: { size: number; line: number; sub: number; padding: number; edge: number };
}

export interface MapMeasure {
  /** How wide a text is drawn at a font size, in pixels; the thesis is drawn bolder. */
  widthOf: (text: string, size: number, bold: boolean) => number;
  /** The reader's font size: pixels in a rem. */
  rem: number;
  /** Whether the language runs from right to left: the map does, then. */
  mirrored: boolean;
}

type Tree = HierarchyNode<ClaimNode | null>;

/**
 * The claims with the thesis on one side and, column by column, what carries it on the other.
 * @param room pixels to fill; where they are too few for the columns the map is wider
 */
export function wideLayout(roots: ClaimNode[], headline: string, measure: MapMeasure, room: number): MapLayout {
  const k = measure.rem / 16;
  const root = treeOf(roots);
  const share = (room - 2 - root.height * GAP.across * k) / (root.height + 1);
  const boxWidth = Math.min(BOX.widest * k, Math.max(BOX.narrowest * k, share));
  const boxes = boxesOf(root, headline, measure, () => boxWidth);
  const tallest = Math.max(...[...boxes.values()].map(({ height }) => height));
  const placed = tree<ClaimNode | null>()
    .nodeSize([tallest + GAP.down * k, boxWidth + GAP.across * k])
    .separation((a, b) => (a.parent === b.parent ? 1 : 1.15))(root);
  const all = placed.descendants();
  const top = Math.min(...all.map((one) => one.x - heightOf(boxes, one) / 2));
  const width = Math.max(...all.map((one) => one.y)) + boxWidth + 2;
  for (const one of all) {
    const box = boxes.get(one);
    if (!box) continue;
    box.x = measure.mirrored ? width - 1 - one.y - box.width : one.y + 1;
    box.y = one.x - box.height / 2 - top + 1;
  }
  const height = Math.max(...[...boxes.values()].map((box) => box.y + box.height)) + 1;
  const edge = (from: Box, to: Box) => {
    const [x1, x2] = measure.mirrored ? [from.x, to.x + to.width] : [from.x + from.width, to.x];
    const [y1, y2, middle] = [from.y + from.height / 2, to.y + to.height / 2, (x1 + x2) / 2];
    return path`M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
  };
  return finish(boxes, edge, width, height, k);
}

/** The claims in one column of this many pixels, each set in under the one it supports. */
export function narrowLayout(roots: ClaimNode[], headline: string, measure: MapMeasure, column: number): MapLayout {
  const k = measure.rem / 16;
  const root = treeOf(roots);
  const boxes = boxesOf(root, headline, measure, (depth) => column - 2 - depth * INDENT * k);
  let y = 1;
  root.eachBefore((one) => {
    const box = boxes.get(one);
    if (!box) return;
    const inset = 1 + one.depth * INDENT * k;
    box.x = measure.mirrored ? column - inset - box.width : inset;
    box.y = y;
    y += box.height + 8 * k;
  });
  const edge = (from: Box, to: Box) => {
    const side = measure.mirrored ? -1 : 1;
    const x = (measure.mirrored ? from.x + from.width : from.x) + (side * INDENT * k) / 2;
    const end = measure.mirrored ? to.x + to.width : to.x;
    return path`M${x} ${from.y + from.height}V${to.y + to.height / 2}H${end}`;
  };
  return finish(boxes, edge, column, y - 8 * k + 1, k);
}

/** One thesis is the root itself; several stand under the article. */
const treeOf = (roots: ClaimNode[]): Tree =>
  hierarchy<ClaimNode | null>(roots.length === 1 ? (roots[0] ?? null) : null, (node) =>
    node === null ? roots : node.carriedBy,
  );

function boxesOf(root: Tree, headline: string, { widthOf, rem }: MapMeasure, width: (depth: number) => number) {
  const k = rem / 16;
  const boxes = new Map<Tree, Box>();
  root.eachBefore((one) => {
    const around = one.parent?.children ?? [one];
    const inner = width(one.depth) - (BOX.edge + BOX.padding) * k;
    const size = TEXT.size * k;
    const lines = wrap(one.data?.claim.label ?? headline, inner, LINES, (text) => widthOf(text, size, one.depth === 0));
    boxes.set(one, {
      node: one.data,
      level: one.depth + 1,
      position: around.indexOf(one) + 1,
      siblings: around.length,
      parent: (one.parent && boxes.get(one.parent)) ?? null,
      x: 0,
      y: 0,
      width: width(one.depth),
      height: (2 * BOX.padding + (lines.length + (one.data ? 1 : 0)) * TEXT.line) * k,
      lines,
    });
  });
  return boxes;
}

const heightOf = (boxes: Map<Tree, Box>, one: Tree): number => boxes.get(one)?.height ?? 0;

function finish(boxes: Map<Tree, Box>, edge: (from: Box, to: Box) => string, width: number, height: number, k: number) {
  const all = [...boxes.values()];
  const edges = all.flatMap((box) => (box.parent ? [edge(box.parent, box)] : []));
  const text = {
    size: TEXT.size * k,
    line: TEXT.line * k,
    sub: TEXT.sub * k,
    padding: BOX.padding * k,
    edge: BOX.edge * k,
  };
  return { boxes: all, edges, width, height, text };
}

/** A path whose numbers have two digits after the point at most. */
const path = (parts: TemplateStringsArray, ...numbers: number[]): string =>
  parts.reduce((all, part, i) => `${all}${Math.round((numbers[i - 1] ?? 0) * 100) / 100}${part}`);

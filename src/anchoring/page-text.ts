import type { Span } from '../core/quote';
import { dom } from './dom';
import { intersect, isExcluded, type Look, lookOf } from './visibility';

/** A run of characters of one text node that stands in the PageText. */
export interface Segment {
  node: Text;
  /** Offset of its first character in the PageText. */
  start: number;
  /** Offsets in the node's data, in UTF-16 code units, `to` exclusive. */
  from: number;
  to: number;
  /** Nothing was left out between this segment and the one before: one Range may cover both. */
  joined: boolean;
}

/** The one text of a page: what the reader can see of the article's body, in order, with a newline at every block's edge. */
export interface PageText {
  text: string;
  segments: Segment[];
}

interface Context {
  look: Look;
  /** The nearest element around the text that is a block. */
  block: Element;
  clip: DOMRect | null;
}

/**
 * Reads the text of an article's body.
 * @param hidden `leave`: only what the reader can see; `take`: also what a gate hides or clips, to tell "not shown"
 *   from "not found". Excluded boxes are left out in both.
 */
export function readPageText(root: Element, hidden: 'leave' | 'take' = 'leave'): PageText {
  const contexts = new Map<Element, Context>([[root, rootContext(root)]]);
  const contextOf = (element: Element): Context => {
    const known = contexts.get(element);
    if (known) return known;
    const parent = dom.parent(element);
    const above = contextOf(parent ?? root);
    const look = lookOf(element);
    const context = { look, block: look.block ? element : above.block, clip: intersect(above.clip, look.clip) };
    contexts.set(element, context);
    return context;
  };

  const segments: Segment[] = [];
  let text = '';
  let joined = false;
  let lastBlock: Element | null = null;
  if (hidden === 'leave' && isHiddenFromAbove(root)) return { text, segments };

  const walker = dom.treeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode(node) {
      if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
      if (isExcluded(node) || (hidden === 'leave' && contextOf(node).look.gone)) {
        joined = false;
        return NodeFilter.FILTER_REJECT;
      }
      return NodeFilter.FILTER_ACCEPT;
    },
  });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) {
      if (node.nodeName === 'BR') text += '\n';
      continue;
    }
    const parent = dom.parent(node);
    if (!parent || node.length === 0) continue;
    const { look, block, clip } = contextOf(parent);
    const shown = hidden === 'take' ? { from: 0, to: node.length } : look.unseen ? null : shownPart(node, clip);
    if (!shown || shown.from === shown.to) {
      if (node.data.trim() !== '') joined = false;
      continue;
    }
    if (block !== lastBlock && text !== '') text += '\n';
    lastBlock = block;
    segments.push({ node, start: text.length, ...shown, joined: joined && shown.from === 0 });
    text += node.data.slice(shown.from, shown.to);
    joined = shown.to === node.length;
  }
  return { text, segments };
}

function rootContext(root: Element): Context {
  let clip: DOMRect | null = null;
  for (let above = dom.parent(root); above; above = dom.parent(above)) clip = intersect(clip, lookOf(above).clip);
  const look = lookOf(root);
  return { look, block: root, clip: intersect(clip, look.clip) };
}

function isHiddenFromAbove(root: Element): boolean {
  for (let element: Element | null = root; element; element = dom.parent(element)) {
    if (lookOf(element).gone) return true;
  }
  return false;
}

/** The part of a text node that lies inside the clip box: all, none, or the lines up to the cut. */
function shownPart(node: Text, clip: DOMRect | null): { from: number; to: number } | null {
  if (!clip) return { from: 0, to: node.length };
  const range = dom.range();
  const inside = (from: number, to: number): boolean => {
    range.setStart(node, from);
    range.setEnd(node, to);
    const box = range.getBoundingClientRect();
    const middle = (box.top + box.bottom) / 2;
    const x = (box.left + box.right) / 2;
    return middle >= clip.top && middle <= clip.bottom && x >= clip.left && x <= clip.right;
  };
  range.selectNodeContents(node);
  const whole = range.getBoundingClientRect();
  if (
    whole.top >= clip.top &&
    whole.bottom <= clip.bottom &&
    whole.left >= clip.left - 1 &&
    whole.right <= clip.right + 1
  ) {
    return { from: 0, to: node.length };
  }
  if (!inside(0, 1)) return null;
  let shown = 1;
  let cut = node.length;
  while (shown < cut) {
    const middle = Math.ceil((shown + cut) / 2);
    if (inside(middle - 1, middle)) shown = middle;
    else cut = middle - 1;
  }
  return { from: 0, to: shown };
}

/** The segment in which the character at `offset` stands; for a break between segments the one before it. */
function segmentAt(page: PageText, offset: number): number {
  let low = 0;
  let high = page.segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((page.segments[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The words of a Span as Ranges in reading order: one, or several where something left out stands between. */
export function rangesOf(page: PageText, span: Span): Range[] {
  const ranges: Range[] = [];
  for (let i = segmentAt(page, span.start); i < page.segments.length; i++) {
    const segment = page.segments[i];
    if (!segment || segment.start >= span.end) break;
    const from = segment.from + Math.max(0, span.start - segment.start);
    const to = Math.min(segment.to, segment.from + span.end - segment.start);
    if (from >= to) continue;
    const last = ranges.at(-1);
    if (last && segment.joined) {
      last.setEnd(segment.node, to);
    } else {
      const range = dom.range();
      range.setStart(segment.node, from);
      range.setEnd(segment.node, to);
      ranges.push(range);
    }
  }
  return ranges;
}

/** The Span that a Range covers of the PageText, without white space at its edges; `null` when it covers none of it. */
export function spanOf(page: PageText, range: Range): Span | null {
  const start = offsetOf(page, range.startContainer, range.startOffset);
  const end = offsetOf(page, range.endContainer, range.endOffset);
  const words = page.text.slice(start, end);
  const trimmed = words.trim();
  if (trimmed === '') return null;
  const from = start + words.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}

/** The offset in the PageText of a boundary point of the DOM: that of the first character at or after it. */
export function offsetOf(page: PageText, container: Node, offset: number): number {
  const point = dom.range();
  point.setStart(container, offset);
  let low = 0;
  let high = page.segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const segment = page.segments[middle];
    if (segment && point.comparePoint(segment.node, segment.to) <= 0) low = middle + 1;
    else high = middle;
  }
  const segment = page.segments[low];
  if (!segment) return page.text.length;
  if (segment.node !== container) return segment.start;
  return segment.start + Math.max(0, Math.min(offset, segment.to) - segment.from);
}

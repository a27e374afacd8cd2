import { dom } from './dom';
import { BARRIER_SIGN } from './letters';
import { atOnce } from './slices';
import { intersect, isBox, isSilent, type Look, lookOf } from './visibility';

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

/**
 * The one text of a page: what the reader can see of the article's body, in order, with a newline at every block's
 * edge; then, each behind a BARRIER_SIGN, what stands in boxes in it.
 */
export interface PageText {
  /** The element whose text this is. */
  root: Element;
  text: string;
  /** In the text's order: those of the article, then those of the boxes. */
  segments: Segment[];
  /** Which segment is the first one of a box. */
  firstBoxed: number;
}

interface Context {
  look: Look;
  /** The nearest element around the text that is a block. */
  block: Element;
  clip: DOMRect | null;
  /** Where its text goes. */
  stream: Stream;
}

/** The text of the article, or of one box. */
interface Stream {
  text: string;
  segments: Segment[];
  lastBlock: Element | null;
  joined: boolean;
}

/** So many nodes are read between two chances to pause. */
const NODES_AT_ONCE = 200;

/**
 * Reads the text of an article's body.
 * @param hidden `leave`: only what the reader can see; `take`: also what a gate hides or clips, to tell "not shown"
 *   from "not found".
 */
export function readPageText(root: Element, hidden: 'leave' | 'take' = 'leave'): PageText {
  return atOnce(readingPageText(root, hidden));
}

/** The same with pauses, for long pages: see `inSlices`. */
export function* readingPageText(root: Element, hidden: 'leave' | 'take' = 'leave'): Generator<void, PageText> {
  const article = newStream();
  const boxes: Stream[] = [];
  if (hidden === 'leave' && isHiddenFromAbove(root)) return joinStreams(root, article, boxes);
  const contexts = new Map<Element, Context>([[root, rootContext(root, article)]]);
  const contextOf = (element: Element): Context => {
    const known = contexts.get(element);
    if (known) return known;
    const above = contextOf(dom.parent(element) ?? root);
    const look = lookOf(element);
    const block = look.block ? element : above.block;
    const context = { look, block, clip: intersect(above.clip, look.clip), stream: above.stream };
    if (above.stream === article && isBox(element)) {
      context.stream = newStream();
      boxes.push(context.stream);
    }
    contexts.set(element, context);
    return context;
  };

  const walker = dom.treeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode(node) {
      if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
      if (!isSilent(node) && (hidden === 'take' || !contextOf(node).look.gone)) return NodeFilter.FILTER_ACCEPT;
      contextOf(dom.parent(node) ?? root).stream.joined = false;
      return NodeFilter.FILTER_REJECT;
    },
  });
  let read = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (++read % NODES_AT_ONCE === 0) yield;
    const parent = dom.parent(node);
    if (!parent) continue;
    const context = contextOf(parent);
    if (node instanceof Text) readNode(node, context, hidden);
    else if (node.nodeName === 'BR') context.stream.text += '\n';
    else if (node instanceof Element && contextOf(node).stream !== context.stream) context.stream.joined = false;
  }
  return joinStreams(root, article, boxes);
}

function readNode(node: Text, { look, block, clip, stream }: Context, hidden: 'leave' | 'take'): void {
  if (node.length === 0) return;
  const shown = hidden === 'take' ? { from: 0, to: node.length } : look.unseen ? null : shownPart(node, clip);
  if (!shown || shown.from === shown.to) {
    if (node.data.trim() !== '') stream.joined = false;
    return;
  }
  if (block !== stream.lastBlock && stream.text !== '') stream.text += '\n';
  stream.lastBlock = block;
  stream.segments.push({ node, start: stream.text.length, ...shown, joined: stream.joined && shown.from === 0 });
  // A line's end in the source is a space to the reader: only breaks and blocks end lines.
  stream.text += node.data.slice(shown.from, shown.to).replace(/[\n\r\uFFFC]/g, ' ');
  stream.joined = shown.to === node.length;
}

const newStream = (): Stream => ({ text: '', segments: [], lastBlock: null, joined: false });

function joinStreams(root: Element, article: Stream, boxes: readonly Stream[]): PageText {
  let text = article.text;
  const segments = article.segments;
  const firstBoxed = segments.length;
  for (const box of boxes) {
    if (box.segments.length === 0) continue;
    text += `\n${BARRIER_SIGN}\n`;
    for (const segment of box.segments) segments.push({ ...segment, start: segment.start + text.length });
    text += box.text;
  }
  return { root, text, segments, firstBoxed };
}

function rootContext(root: Element, stream: Stream): Context {
  let clip: DOMRect | null = null;
  for (let above = dom.parent(root); above; above = dom.parent(above)) clip = intersect(clip, lookOf(above).clip);
  const look = lookOf(root);
  return { look, block: root, clip: intersect(clip, look.clip), stream };
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

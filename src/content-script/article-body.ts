import { dom } from '../anchoring/dom';
import { isBox, isSilent } from '../anchoring/visibility';

/** The site's own names for the body, old and new. Which of them stands in which is not known, so none is relied on. */
const KNOWN_BODIES = '#tda-gated-body,#td-story-body,.td-prose,[itemprop="articleBody"]';
/** Elements whose text may be prose. */
const PARAGRAPHS = 'p,blockquote,li,div,section,td,pre';
/** What is no article even where it reads like one. */
const OTHER_PROSE = 'header,#comments,.comments,[id^="comment"],#disqus_thread';
/** Characters a paragraph has at least; shorter ones are labels, credits, captions. */
const SHORTEST_PARAGRAPH = 60;
/** Characters of prose an article shows at least: a paragraph, as when a gate left one. */
const SHORTEST_ARTICLE = 200;

interface Paragraph {
  element: Element;
  /** Characters of its prose. */
  length: number;
}

/** The element that holds the article's text: a known one that has prose, or the one with the densest; `null` without. */
export function findBody(): Element | null {
  const isProse = proseTeller();
  const paragraphs = dom.all(PARAGRAPHS).flatMap((element) => readParagraph(element, isProse));
  const bodies = dom.all(KNOWN_BODIES).filter((element) => proseIn(element, paragraphs) >= SHORTEST_ARTICLE);
  if (bodies.length > 0) return bodies.reduce(commonAncestor);
  return densest(paragraphs);
}

/** An element as a paragraph, if its own text (not its inner blocks') is prose and not mostly links. */
function readParagraph(element: Element, isProse: (element: Element) => boolean): Paragraph[] {
  const inner = dom.all(PARAGRAPHS, element);
  if (inner.length > 0 && element.tagName !== 'DIV' && element.tagName !== 'SECTION') return [];
  if (inner.length > 0 && ownText(element) < SHORTEST_PARAGRAPH) return [];
  const length = inner.length > 0 ? ownText(element) : textLength(element);
  if (length < SHORTEST_PARAGRAPH) return [];
  const linked = dom.all('a', element).reduce((sum, link) => sum + textLength(link), 0);
  if (linked > length / 2) return [];
  return isProse(element) ? [{ element, length }] : [];
}

/** Tells whether an element stands in nothing that is no article. Paragraphs have most of what is above them in common. */
function proseTeller(): (element: Element) => boolean {
  const told = new Map<Element, boolean>();
  const isProse = (element: Element): boolean => {
    let is = told.get(element);
    if (is === undefined) {
      const above = dom.parent(element);
      is = (!above || isProse(above)) && !isSilent(element) && !isBox(element) && !dom.matches(element, OTHER_PROSE);
      told.set(element, is);
    }
    return is;
  };
  return isProse;
}

const textLength = (element: Element): number => (element.textContent ?? '').replace(/\s+/g, ' ').trim().length;

/** Characters of the text nodes that are the element's own children. */
function ownText(element: Element): number {
  let length = 0;
  for (const child of element.childNodes) if (child instanceof Text) length += child.data.trim().length;
  return length;
}

const proseIn = (element: Element, paragraphs: Paragraph[]): number =>
  paragraphs.reduce((sum, paragraph) => sum + (element.contains(paragraph.element) ? paragraph.length : 0), 0);

/** The paragraph's parent counts whole, its grandparent half: the block most of the prose shares wins, then grows. */
function densest(paragraphs: Paragraph[]): Element | null {
  const scores = new Map<Element, number>();
  for (const { element, length } of paragraphs) {
    let share = 1;
    let above: Element | null = element.tagName === 'P' ? dom.parent(element) : element;
    for (; above && share >= 0.5; above = dom.parent(above), share /= 2) {
      scores.set(above, (scores.get(above) ?? 0) + length * share);
    }
  }
  let best: Element | null = null;
  for (const [element, score] of scores) if (score > (best ? (scores.get(best) ?? 0) : 0)) best = element;
  if (!best) return null;
  let prose = proseIn(best, paragraphs);
  for (let above = dom.parent(best); above && above.tagName !== 'BODY'; above = dom.parent(above)) {
    const more = proseIn(above, paragraphs);
    if (more < 1.2 * prose) continue;
    best = above;
    prose = more;
  }
  return prose >= SHORTEST_ARTICLE ? best : null;
}

function commonAncestor(a: Element, b: Element): Element {
  let above: Element = a;
  while (!above.contains(b)) above = dom.parent(above) ?? document.documentElement;
  return above;
}

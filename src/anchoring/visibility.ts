import { dom } from './dom';

/** What is never prose on any page: its text is left out. */
const SILENT = [
  'script,style,noscript,template,iframe,object,embed,svg,math,canvas,video,audio,form,button,select,textarea,input',
  'dialog,[role="dialog"],[contenteditable]:not([contenteditable="false"]),.tda-modal-window',
].join(',');

/**
 * Boxes that stand in or beside an article's body and are not its text: what the site inserts (advertisements,
 * newsletter, sharing, jobs promotion, captions; names as seen in filter lists and reader recipes). Their text can be
 * quoted, and never interrupts the article's.
 */
const BOXES = [
  'aside,nav,footer,figure,figcaption,[role="complementary"],[role="navigation"]',
  '.td-ad,.td-ad-container--labeled,[data-actirise],[class*="td-ad-inline"],p[ng-show="dplpw.ad"]',
  '#td-box-newsletter,.td-share,#td-share-bar,.td-follow,.td-authors,#td-story-authors,.td-story-magazine__link',
  '#td-story-image,.td-media--story,.wp-caption,.wp-caption-text',
].join(',');

/** Inline by nature: a floated one is a drop capital and no paragraph of its own. */
const INLINE_TAGS = new Set(['A', 'ABBR', 'B', 'CITE', 'EM', 'FONT', 'I', 'SMALL', 'SPAN', 'STRONG']);

/** Whether an element's text is never read. Safe to ask of any element, forms too. */
export const isSilent = (element: Element): boolean => dom.matches(element, SILENT);

/** Whether an element is a box of its own that is not article text. */
export const isBox = (element: Element): boolean => dom.matches(element, BOXES);

/** What of an element's style decides whether its text is read, and how. */
export interface Look {
  /** The element and all within it is not shown. */
  gone: boolean;
  /** Its own text is not shown, a child's may be (`visibility`). */
  unseen: boolean;
  /** A break stands before and after its text. */
  block: boolean;
  /** The box, in viewport pixels, that cuts off what flows out of it; `null` when it cuts nothing. */
  clip: DOMRect | null;
}

export function lookOf(element: Element): Look {
  const style = getComputedStyle(element);
  const display = style.display;
  const inline = /^(inline|contents|ruby|none)/.test(display);
  const dropCapital = style.float !== 'none' && INLINE_TAGS.has(element.tagName);
  return {
    gone:
      display === 'none' ||
      style.opacity === '0' ||
      style.fontSize === '0px' ||
      style.contentVisibility === 'hidden' ||
      style.filter.includes('blur(') ||
      (display !== 'contents' && !element.checkVisibility()),
    unseen: style.visibility !== 'visible',
    block: !inline && !dropCapital,
    clip: clips(element, style) ? clientBox(element) : null,
  };
}

/** Whether the element hides a part of its content without a way for the reader to scroll to it. */
function clips(element: Element, style: CSSStyleDeclaration): boolean {
  if (element === document.documentElement || element.tagName === 'BODY') return false;
  const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  return (
    (cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1) ||
    (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
  );
}

function clientBox(element: Element): DOMRect {
  const box = dom.rect(element);
  return new DOMRect(
    box.left + element.clientLeft,
    box.top + element.clientTop,
    element.clientWidth,
    element.clientHeight,
  );
}

/** The part of two boxes that both cover; `null` is no limit. */
export function intersect(a: DOMRect | null, b: DOMRect | null): DOMRect | null {
  if (!a || !b) return a ?? b;
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  return new DOMRect(
    left,
    top,
    Math.max(0, Math.min(a.right, b.right) - left),
    Math.max(0, Math.min(a.bottom, b.bottom) - top),
  );
}

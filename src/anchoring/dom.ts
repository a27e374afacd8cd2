/**
 * DOM access that a page cannot clobber: in Chromium `<input name="createRange">` in a form, or an image of that
 * name in the document, replaces the property of that name even for a content script. Prototype methods stay ours.
 */
const { createTreeWalker, createRange, querySelectorAll: queryDocument } = Document.prototype;
const { matches, closest, querySelectorAll: queryElement, getBoundingClientRect } = Element.prototype;

export const dom = {
  treeWalker: (root: Node, what: number, filter?: NodeFilter): TreeWalker =>
    createTreeWalker.call(document, root, what, filter ?? null),
  range: (): Range => createRange.call(document),
  matches: (element: Element, selector: string): boolean => matches.call(element, selector),
  closest: (element: Element, selector: string): Element | null => closest.call(element, selector),
  rect: (element: Element): DOMRect => getBoundingClientRect.call(element),
  all: (selector: string, root?: Element): Element[] =>
    Array.from(root ? queryElement.call(root, selector) : queryDocument.call(document, selector)),
  parent: (node: Node): Element | null => parentOf.call(node),
};

const parentOf = getterOf<Element | null>(Node.prototype, 'parentElement');

function getterOf<T>(prototype: object, name: string): (this: Node) => T {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`this browser's DOM has no ${name}`);
  return get as (this: Node) => T;
}

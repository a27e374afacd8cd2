import parts from '../ui/parts.css?inline';
import tokens from '../ui/tokens.css?inline';
import { HOST } from './host-name';
import styles from './page-ui.css?inline';

export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
}

/**
 * The one element we add to a page, beside its body, with everything of ours in a closed shadow root. A copy left by
 * a former version of the extension goes.
 */
export function makeHost(): Host {
  for (const former of document.documentElement.querySelectorAll(`:scope > ${HOST}`)) removeFormer(former);
  const element = document.createElement(HOST);
  const root = element.attachShadow({ mode: 'closed' });
  document.documentElement.append(element);
  // What is typed into our fields is no shortcut of the page.
  for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, (event) => event.stopPropagation());
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${tokens}\n${parts}\n${styles}`);
  root.adoptedStyleSheets = [sheet];
  // The reader's own size of letters: read once no style that the page aims at the element counts any more.
  sheet.insertRule(`:host { --rem: ${getComputedStyle(element).fontSize} !important; }`, sheet.cssRules.length);
  return { element, root };
}

/** Where somebody is writing in it, once they have left it: nothing of ours hears them any more, but they can copy their words. */
function removeFormer(host: Element): void {
  const removeUnlessHeld = () => {
    if (document.activeElement !== host) host.remove();
  };
  host.addEventListener('focusout', removeUnlessHeld);
  removeUnlessHeld();
}

/** Puts the host back where the page has thrown it out. */
export function keepHost({ element }: Host): void {
  if (!element.isConnected) document.documentElement.append(element);
}

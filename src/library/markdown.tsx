import type { Nodes, PhrasingContent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { ComponentChildren } from 'preact';
import { type Matched, markLines, markWords } from '../ui/marked';
import type { NoteProps } from './note';

const SAFE = new Set(['http:', 'https:', 'mailto:']);

/**
 * A note's Markdown (CommonMark), from its syntax tree to elements of ours: no HTML string is ever made, HTML in a note
 * stands as the text it is, links go to the web or to mail and nowhere else, pictures are links.
 */
export function Markdown({ text, matched }: NoteProps) {
  const tree = parsed(text);
  return <div class="markdown">{render(tree, matched, definitionsOf(tree))}</div>;
}

/** An address that may be a link's; `null` for all others. Relative ones lead nowhere from a note. */
export function safeLink(address: string): string | null {
  try {
    const url = new URL(address);
    return SAFE.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Trees of the notes shown last: to parse a note takes longer than to draw it, and a search draws it for every key. */
const trees = new Map<string, Root>();
const MOST_TREES = 500;

function parsed(text: string): Root {
  const known = trees.get(text);
  if (known) return known;
  const tree = fromMarkdown(text);
  if (trees.size >= MOST_TREES) trees.clear();
  trees.set(text, tree);
  return tree;
}

type Definitions = ReadonlyMap<string, string>;

/** The addresses of reference links (`[1]: https://…`). */
function definitionsOf(tree: Root): Definitions {
  const found = new Map<string, string>();
  for (const node of tree.children) {
    if (node.type === 'definition') found.set(node.identifier, node.url);
  }
  return found;
}

function render(node: Nodes, matched: Matched, links: Definitions): ComponentChildren {
  const within = (children: readonly Nodes[]) => children.map((child) => render(child, matched, links));
  switch (node.type) {
    case 'root':
      return within(node.children);
    case 'paragraph':
      return <p>{within(node.children)}</p>;
    case 'heading':
      // Beneath the page's own headings, whatever the note calls it.
      return <p class={`heading h${node.depth}`}>{within(node.children)}</p>;
    case 'text':
      return markLines(node.value, matched);
    case 'emphasis':
      return <em>{within(node.children)}</em>;
    case 'strong':
      return <strong>{within(node.children)}</strong>;
    case 'inlineCode':
      return <code>{markWords(node.value, matched)}</code>;
    case 'code':
      return (
        <pre>
          <code>{markWords(node.value, matched)}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote class="cited">{within(node.children)}</blockquote>;
    case 'list':
      return node.ordered ? <ol start={node.start ?? 1}>{within(node.children)}</ol> : <ul>{within(node.children)}</ul>;
    case 'listItem':
      return <li>{within(node.children)}</li>;
    case 'thematicBreak':
      return <hr />;
    case 'break':
      return <br />;
    case 'html':
      return markLines(node.value, matched);
    case 'link':
      return link(node.url, within(node.children));
    case 'image':
      return link(node.url, node.alt || node.url);
    case 'linkReference':
      return link(links.get(node.identifier) ?? '', within(node.children));
    case 'imageReference':
      return link(links.get(node.identifier) ?? '', node.alt ?? node.identifier);
    default:
      return 'children' in node ? within(node.children as PhrasingContent[]) : null;
  }
}

function link(address: string, words: ComponentChildren): ComponentChildren {
  const href = safeLink(address);
  if (!href) return <>{words}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  );
}

import fc from 'fast-check';
import { isValidElement, type VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import { Markdown, safeLink } from '../../../src/library/markdown';
import type { Matched } from '../../../src/ui/marked';

const nothing: Matched = { beginnings: [], near: new Set() };

/** What an element would be as HTML, for reading here; nothing of ours makes HTML. */
function shown(node: unknown): string {
  if (Array.isArray(node)) return node.map(shown).join('');
  if (!isValidElement(node)) return node === null || node === undefined || node === false ? '' : String(node);
  const { type, props } = node as VNode<Record<string, unknown>>;
  if (typeof type === 'function') return shown((type as (given: unknown) => unknown)(props));
  const href = props.href ? ` href=${String(props.href)}` : '';
  return `<${String(type)}${href}>${shown(props.children)}</${String(type)}>`;
}
const render = (text: string, matched = nothing) => shown(Markdown({ text, matched })).replace(/^<div>|<\/div>$/g, '');

describe('notes in Markdown', () => {
  it('renders emphasis, lists, links and quotations', () => {
    expect(render('Aid was stopped **before** the _treaty_.')).toBe(
      '<p>Aid was stopped <strong>before</strong> the <em>treaty</em>.</p>',
    );
    expect(render('- a\n- b')).toContain('<ul><li><p>a</p></li><li><p>b</p></li></ul>');
    expect(render('[x](https://example.org)')).toBe('<p><a href=https://example.org/>x</a></p>');
    expect(render('[x][1]\n\n[1]: https://example.org')).toContain('<a href=https://example.org/>x</a>');
  });

  it('keeps the reader’s lines', () => expect(render('a\nb')).toBe('<p>a<br></br>b</p>'));

  it('shows HTML as the text it is', () => {
    const hostile = '<img src=x onerror=alert(1)>\n\nand <b>bold</b>';
    const made = Markdown({ text: hostile, matched: nothing });
    expect(elements(made)).not.toContain('img');
    expect(elements(made)).not.toContain('b');
    expect(render(hostile)).toContain('<img src=x onerror=alert(1)>');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '/relative',
    'file:///etc',
    '',
  ])('makes no link to %s', (address) => {
    expect(safeLink(address)).toBeNull();
    expect(elements(Markdown({ text: `[x](<${address}>)`, matched: nothing }))).not.toContain('a');
  });

  it('makes links to web and mail', () => {
    expect(safeLink('mailto:a@example.org')).toBe('mailto:a@example.org');
    expect(safeLink('http://example.org')).toBe('http://example.org/');
  });

  it('makes a picture a link: nothing is fetched', () => {
    const made = Markdown({ text: '![a map](https://example.org/map.png)', matched: nothing });
    expect(elements(made)).toEqual(['div', 'p', 'a']);
  });

  it('marks the words a search found', () => {
    expect(render('told by Nguyễn', { beginnings: ['nguy'], near: new Set() })).toBe(
      '<p>told by <mark>Nguyễn</mark></p>',
    );
  });

  it('makes nothing but the elements it knows, whatever is typed', () => {
    const known = new Set('div p em strong code pre blockquote ol ul li hr br a mark'.split(' '));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'*_`#>-[]()<>!:\n 1.ab"/\\&'), maxLength: 60 }), (text) => {
        expect(elements(Markdown({ text, matched: nothing })).filter((name) => !known.has(name))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

function elements(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(elements);
  if (!isValidElement(node)) return [];
  const { type, props } = node as VNode<Record<string, unknown>>;
  if (typeof type === 'function') return elements((type as (given: unknown) => unknown)(props));
  return [String(type), ...elements(props.children)];
}

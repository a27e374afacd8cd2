import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Contrast as WCAG 2.2 defines it, computed from the style sheets themselves. */

type Rgb = [number, number, number];

function rgb(hex: string): Rgb {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16) / 255) as Rgb;
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red, green, blue] = rgb(hex).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const tokens = new Map(
  [...readFileSync('src/ui/tokens.css', 'utf8').matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);
const token = (name: string, scheme: 'light' | 'dark'): string => tokens.get(name)?.[scheme] ?? '';

/** Papers that articles stand on: the site's, and what reading modes and dark-page extensions make of it. */
const PAGES = { light: ['#ffffff', '#fffdf9', '#f4ecd8'], dark: ['#000000', '#1b1c1e', '#2a2a2e'] };
const highlights = [
  ...(readFileSync('src/content-script/highlights.css', 'utf8').split('@media')[0] ?? '').matchAll(
    /::highlight\(counterpoint-([\w-]+)\) \{([^}]*)\}/g,
  ),
].map(([, name = '', rules = '']) => ({
  name,
  scheme: name.endsWith('-dark') ? ('dark' as const) : ('light' as const),
  underline: /text-decoration: (?:under|over)line \w+ [\d.]+px (#\w+)/.exec(rules)?.[1],
  form: /text-decoration: underline (\w+)/.exec(rules)?.[1],
  tint: /background-color: (#\w+)/.exec(rules)?.[1],
  ink: /[^-]color: (#\w+)/.exec(rules.replace(/background-color/g, 'tint'))?.[1],
}));

/** Lines that are not a verdict's: the mark of a term, and over the words what others highlighted. */
const OTHER: Record<string, string> = { term: 'ink-2', shared: 'ink-2' };

const VERDICTS = ['holds', 'mixed', 'contested', 'overtaken', 'unsupported'];

describe.each(['light', 'dark'] as const)('our own surfaces, %s', (scheme) => {
  const papers = ['paper', 'paper-2'];

  it.each(['ink', 'ink-2', 'accent', ...VERDICTS])('%s is legible as text on every paper', (ink) => {
    for (const paper of papers) {
      expect(contrast(token(ink, scheme), token(paper, scheme)), paper).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('the edge of a field is seen', () => {
    for (const paper of papers)
      expect(contrast(token('field', scheme), token(paper, scheme))).toBeGreaterThanOrEqual(3);
  });
});

describe('on the page', () => {
  const underlines = highlights.filter(({ underline }) => underline);
  const claims = underlines.filter(({ name }) => name.startsWith('claim-'));
  const tints = highlights.filter(({ tint, ink }) => tint && ink);

  it('the sheet was read', () => {
    expect(claims).toHaveLength(10);
    expect(tints).toHaveLength(10);
  });

  it.each(underlines)('the underline $name is seen on every paper of its kind', ({ underline = '', scheme }) => {
    for (const page of PAGES[scheme]) expect(contrast(underline, page), page).toBeGreaterThanOrEqual(3);
  });

  it.each(tints)(
    'words tinted $name are legible, and so is each underline on them',
    ({ tint = '', ink = '', scheme }) => {
      expect(contrast(ink, tint)).toBeGreaterThanOrEqual(4.5);
      for (const claim of underlines.filter((one) => one.scheme === scheme)) {
        expect(contrast(claim.underline ?? '', tint), claim.name).toBeGreaterThanOrEqual(3);
      }
    },
  );

  it('the colors are those of the tokens: a page sees no custom property of ours', () => {
    for (const { name, scheme, tint, underline } of highlights.filter(({ name }) => !name.startsWith('open'))) {
      const plain = name.replace(/^claim-|-dark$/g, '');
      expect(underline ?? tint, name).toBe(token(OTHER[plain] ?? plain, scheme));
    }
  });

  it('each verdict has a form of its own, so that none is told by its colour alone', () => {
    const forms = claims.filter(({ scheme }) => scheme === 'light').map(({ form }) => form);
    expect(new Set(forms).size).toBe(VERDICTS.length);
  });
});

/**
 * How light a color is, from 0 (black) to 1 (white), near enough to tell ink from paper.
 * @param color as browsers write a computed one: https://drafts.csswg.org/css-color-4/#resolving-color-values
 */
export function lightness(color: string): number {
  const [space = '', ...parts] = color.match(/[a-z][\w-]*|-?[\d.]+(e-?\d+)?/g) ?? [];
  const [red = 0, green = 0, blue = 0] = parts.map(Number).filter(Number.isFinite);
  if (/^ok/.test(space)) return red;
  if (/^l/.test(space)) return red / 100;
  const most = space === 'color' ? 1 : 255;
  return (0.299 * red + 0.587 * green + 0.114 * blue) / most;
}

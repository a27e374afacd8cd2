/**
 * Breaks a text into lines of a picture, where a space lets it.
 * @param widthOf how wide a text is drawn, in the unit of `width`
 * @param most lines at most; what is left over is told by an ellipsis
 */
export function wrap(text: string, width: number, most: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).filter((some) => some !== '')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const [kept, end] = [lines.slice(0, most - 1), lines.slice(most - 1).join(' ')];
  let cut = end;
  while (cut !== '' && widthOf(`${cut}…`) > width) cut = cut.replace(/\s*\S$/u, '');
  return [...kept, `${cut}…`];
}

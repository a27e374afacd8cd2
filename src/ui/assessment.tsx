import type { Verdict } from '../core/claim';
import { t } from '../i18n/messages';

/** A verdict's name for the reader. */
export const verdictName = (verdict: Verdict): string => t(`verdict_${verdict}`);

/** A glyph for each verdict, so that none is told by its colour alone. Drawn for this project; 16 units square. */
const GLYPHS: Record<Verdict, { circle?: number; path: string; fill?: string }> = {
  holds: { path: 'M3 8.5l3.2 3L13 4.8' },
  mixed: { circle: 5.5, path: '', fill: 'M8 2.5a5.5 5.5 0 0 1 0 11z' },
  contested: { path: 'M2.5 6h9M9 3.2 11.8 6 9 8.8M13.5 10.4h-9M7 7.6 4.2 10.4 7 13.2' },
  overtaken: { circle: 5.7, path: 'M8 4.8V8l2.4 1.7' },
  unsupported: { path: 'M5.4 6a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.1.9-1.1 1.7M8 12.6v.1' },
};

/** A verdict as glyph and word, in its colour. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  return (
    <span class={`badge tone-${verdict}`}>
      <VerdictGlyph verdict={verdict} />
      {verdictName(verdict)}
    </span>
  );
}

/** A verdict's glyph alone, in the colour of its surroundings. @param place where it stands in another picture */
export function VerdictGlyph({ verdict, place }: { verdict: Verdict; place?: { x: number; y: number; size: number } }) {
  const { circle, path, fill } = GLYPHS[verdict];
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      {...(place && { x: place.x, y: place.y, width: place.size, height: place.size })}
    >
      {circle && <circle cx="8" cy="8" r={circle} />}
      <path d={path} stroke-linecap="round" stroke-linejoin="round" />
      {fill && <path d={fill} fill="currentColor" stroke="none" />}
    </svg>
  );
}

import { COLORS, type Color } from '../core/annotation';
import { t } from '../i18n/messages';

interface SwatchesProps {
  chosen?: Color;
  choose: (color: Color) => void;
  /** What the reader calls the colours; those without a name are called what they are. */
  names?: Record<Color, string>;
}

/** The five highlight colours as buttons; the chosen one is pressed. */
export function Swatches({ chosen, choose, names }: SwatchesProps) {
  return (
    <fieldset class="swatches" aria-label={t('color_choice')}>
      {COLORS.map((color) => (
        <button
          key={color}
          type="button"
          class="swatch"
          style={`--swatch: var(--${color})`}
          aria-label={colorName(color, names)}
          title={names?.[color] || colorName(color)}
          aria-pressed={chosen === undefined ? undefined : chosen === color}
          onClick={() => choose(color)}
        />
      ))}
    </fieldset>
  );
}

/** A colour as the reader calls it, with its own name; the latter alone where it was given none. */
function colorName(color: Color, names?: Record<Color, string>): string {
  const own = t(`color_${color}`);
  return names?.[color] ? t('color_named', { meaning: names[color], color: own }) : own;
}

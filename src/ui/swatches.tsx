import { COLORS, type Color } from '../core/annotation';

interface SwatchesProps {
  chosen?: Color;
  choose: (color: Color) => void;
  /** What the reader calls the colours; those without a name are called what they are. */
  names?: Record<Color, string>;
}

/** The five highlight colours as buttons; the chosen one is pressed. */
export function Swatches({ chosen, choose, names }: SwatchesProps) {
  return (
    <fieldset class="swatches" aria-label="Highlight color">
      {COLORS.map((color) => (
        <button
          key={color}
          type="button"
          class="swatch"
          style={`--swatch: var(--${color})`}
          aria-label={names?.[color] ? `${names[color]} (${color})` : color}
          title={names?.[color] || color}
          aria-pressed={chosen === undefined ? undefined : chosen === color}
          onClick={() => choose(color)}
        />
      ))}
    </fieldset>
  );
}

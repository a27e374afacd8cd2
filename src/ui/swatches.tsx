import { COLORS, type Color } from '../core/annotation';

/** The five highlight colours as buttons; the chosen one is pressed. */
export function Swatches({ chosen, choose }: { chosen?: Color; choose: (color: Color) => void }) {
  return (
    <fieldset class="swatches" aria-label="Highlight color">
      {COLORS.map((color) => (
        <button
          key={color}
          type="button"
          class="swatch"
          style={`--swatch: var(--${color})`}
          aria-label={color}
          title={color}
          aria-pressed={chosen === undefined ? undefined : chosen === color}
          onClick={() => choose(color)}
        />
      ))}
    </fieldset>
  );
}

import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  help?: string;
  /** Not to be read over a shoulder. */
  secret?: boolean;
  value: string;
  onInput: (value: string) => void;
}

/** A field with its name above and what there is to know below. */
export function Field({ label, help = '', secret = false, value, onInput }: FieldProps) {
  const id = useId();
  const props = {
    id,
    value,
    autocomplete: 'off',
    spellcheck: false,
    'aria-describedby': help ? `${id}-help` : undefined,
    onInput: (event: { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  };
  return (
    <p class="field">
      <label for={id}>{label}</label>
      {secret ? <input type="password" {...props} /> : <input type="text" {...props} />}
      {help && (
        <span id={`${id}-help`} class="small quiet">
          {help}
        </span>
      )}
    </p>
  );
}

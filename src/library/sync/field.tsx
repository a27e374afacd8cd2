import { useEffect, useId, useRef } from 'preact/hooks';

interface FieldProps {
  label: string;
  help?: string;
  /** The first of a step takes the focus: the button that led here is gone. */
  first?: boolean;
  /** Not to be read over a shoulder. */
  secret?: boolean;
  value: string;
  onInput: (value: string) => void;
}

/** A field with its name above and what there is to know below. */
export function Field({ label, help = '', first = false, secret = false, value, onInput }: FieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (first) input.current?.focus();
  }, []);
  const props = {
    id,
    value,
    // A dialog that opens gives the focus to this one, and not to its first button.
    autofocus: first,
    autocomplete: 'off',
    spellcheck: false,
    'aria-describedby': help ? `${id}-help` : undefined,
    onInput: (event: { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  };
  return (
    <p class="field">
      <label for={id}>{label}</label>
      {secret ? <input ref={input} type="password" {...props} /> : <input ref={input} type="text" {...props} />}
      {help && (
        <span id={`${id}-help`} class="small quiet">
          {help}
        </span>
      )}
    </p>
  );
}

import { useLayoutEffect, useRef } from 'preact/hooks';

interface RenameFieldProps {
  label: string;
  name: string;
  /** Called with what was typed, or with `null` when the reader left it as it was. */
  done: (name: string | null) => void;
}

/** A name in writing: Enter or leaving the field keeps it, Esc does not. */
export function RenameField({ label, name, done }: RenameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  useLayoutEffect(() => field.current?.select(), []);
  const finish = (kept: boolean) => {
    if (over.current) return;
    over.current = true;
    const typed = field.current?.value.trim() ?? '';
    done(kept && typed !== name ? typed : null);
  };
  return (
    <input
      ref={field}
      class="rename"
      aria-label={label}
      defaultValue={name}
      maxLength={100}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(true);
        if (event.key === 'Escape') finish(false);
      }}
    />
  );
}

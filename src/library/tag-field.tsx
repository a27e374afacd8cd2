import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { cleanTag } from '../core/tag';

interface TagFieldProps {
  label: string;
  /** Tags in use, the most used first. */
  known: string[];
  add: (tag: string) => void;
  /** Called when the reader is done. */
  leave?: () => void;
  autofocus?: boolean;
}

/** Tags that are offered: a browser's list of thousands helps nobody. */
const OFFERED = 200;

/** A tag in writing, completed from those in use. Enter or a comma adds it. */
export function TagField({ label, known, add, leave, autofocus }: TagFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  useLayoutEffect(() => {
    if (autofocus) field.current?.focus({ preventScroll: true });
  }, []);
  const take = () => {
    const tag = cleanTag(field.current?.value ?? '');
    if (field.current) field.current.value = '';
    if (tag) add(tag);
    return tag !== null;
  };
  return (
    <>
      <input
        ref={field}
        class="tag-field"
        aria-label={label}
        placeholder={label}
        list={listId}
        maxLength={100}
        autocomplete="off"
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ',') {
            event.preventDefault();
            if (!take() && event.key === 'Enter') leave?.();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            leave?.();
          }
        }}
        onBlur={() => {
          take();
          leave?.();
        }}
      />
      <datalist id={listId}>
        {known.slice(0, OFFERED).map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  );
}

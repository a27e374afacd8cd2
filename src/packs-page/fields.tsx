import { useId, useState } from 'preact/hooks';
import { t } from '../i18n/messages';

interface WordsProps {
  label: string;
  value: string;
  change: (words: string) => void;
  /** Characters a pack may have there. */
  most?: number;
  /** What is right, as a regular expression; something else is marked, and kept as it is typed. */
  pattern?: string;
  /** What is said when it is not. */
  wrong?: string;
}

/** A line to be written. */
export function Words({ label, value, change, most, pattern, wrong }: WordsProps) {
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        dir="auto"
        value={value}
        {...(most ? { maxLength: most } : {})}
        {...(pattern ? { pattern } : {})}
        {...(wrong ? { 'aria-describedby': `${id}-wrong` } : {})}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
      {wrong && (
        <span id={`${id}-wrong`} class="wrong small">
          {wrong}
        </span>
      )}
    </p>
  );
}

/** Several lines to be written. */
export function Lines({ label, value, change, most }: Omit<WordsProps, 'pattern' | 'wrong'>) {
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        dir="auto"
        rows={2}
        value={value}
        {...(most ? { maxLength: most } : {})}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
    </p>
  );
}

const YEAR = '[12][0-9]{3}';
const yearIn = (typed: string): number | null => (new RegExp(`^${YEAR}$`).test(typed) ? Number(typed) : null);

/** A year to be written: what is none yet stays as it is typed, and counts for nothing. */
export function Year({
  label,
  value,
  change,
}: {
  label: string;
  value: number | null;
  change: (year: number | null) => void;
}) {
  const [typed, setTyped] = useState('');
  const shown = yearIn(typed) === value ? typed : String(value ?? '');
  return (
    <Words
      label={label}
      value={shown}
      pattern={YEAR}
      wrong={t('claim_wrong_year')}
      change={(words) => {
        setTyped(words.trim());
        change(yearIn(words.trim()));
      }}
    />
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  choices: [T, string][];
  choose: (value: T) => void;
}

/** One of several. */
export function Choice<T extends string>({ label, value, choices, choose }: ChoiceProps<T>) {
  const id = useId();
  return (
    <span class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => choose(currentTarget.value as T)}>
        {choices.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}

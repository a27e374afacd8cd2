import type { Ref } from 'preact';
import { GROUPS, type Grouping, SORTS, type Sort } from './search/arrange';
import type { Shown } from './search/place';
import { FIELDS, type Query, withoutFilter } from './search/query';

interface SearchBarProps {
  shown: Shown;
  change: (change: Partial<Shown>, typing?: boolean) => void;
  query: Query;
  field: Ref<HTMLInputElement>;
  /** What the search found, in words; announced when it changes. */
  outcome: string;
  takeAll: (() => void) | null;
}

/** The search, what was understood of it, and how the found is ordered. */
export function SearchBar({ shown, change, query, field, outcome, takeAll }: SearchBarProps) {
  return (
    <search class="search">
      <div class="typed">
        <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6">
          <circle cx="7" cy="7" r="4.5" />
          <path d="M10.5 10.5 14 14" stroke-linecap="round" />
        </svg>
        <input
          ref={field}
          type="search"
          aria-label="Search the library"
          aria-describedby="understood"
          placeholder="Search words, or tag:asean color:blue before:2025-07"
          title={`Fields: ${Object.values(FIELDS).join('; ')}; a minus in front excludes.`}
          autocomplete="off"
          spellcheck={false}
          value={shown.typed}
          onInput={(event) => change({ typed: event.currentTarget.value }, true)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
        <kbd title="The key / goes to the search">/</kbd>
      </div>
      <div class="understood" id="understood">
        {query.filters.map((filter) => (
          <button
            key={filter.typed}
            type="button"
            class="chip"
            aria-label={`Remove the filter ${filter.typed}`}
            onClick={() => change({ typed: withoutFilter(shown.typed, filter) })}
          >
            {filter.typed} <span aria-hidden="true">×</span>
          </button>
        ))}
        {query.problems.map((problem) => (
          <p key={problem} class="problem small">
            {problem}
          </p>
        ))}
      </div>
      <div class="order small">
        <p role="status">{outcome}</p>
        <div>
          <Choice label="Order" names={SORTS} value={shown.sort} choose={(sort) => change({ sort: sort as Sort })} />
          <Choice
            label="Grouping"
            names={GROUPS}
            value={shown.grouping}
            choose={(grouping) => change({ grouping: grouping as Grouping })}
          />
          {takeAll && (
            <button type="button" onClick={takeAll}>
              Export these…
            </button>
          )}
        </div>
      </div>
    </search>
  );
}

interface ChoiceProps {
  label: string;
  names: Record<string, string>;
  value: string;
  choose: (value: string) => void;
}

function Choice({ label, names, value, choose }: ChoiceProps) {
  return (
    <select class="choice" aria-label={label} value={value} onChange={(event) => choose(event.currentTarget.value)}>
      {Object.entries(names).map(([key, name]) => (
        <option key={key} value={key} selected={key === value}>
          {name}
        </option>
      ))}
    </select>
  );
}

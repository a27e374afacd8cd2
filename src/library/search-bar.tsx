import type { Ref } from 'preact';
import { type Key, t } from '../i18n/messages';
import { GROUPS, type Grouping, SORTS, type Sort } from './search/arrange';
import type { Shown } from './search/place';
import { FIELDS, fieldInWords, type Query, withoutFilter } from './search/query';

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
          aria-label={t('library_search')}
          aria-describedby="understood"
          placeholder={t('library_search_hint')}
          title={t('library_search_fields', { fields: FIELDS.map(fieldInWords).join('; ') })}
          autocomplete="off"
          spellcheck={false}
          value={shown.typed}
          onInput={(event) => change({ typed: event.currentTarget.value }, true)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
        <kbd title={t('library_search_key')}>/</kbd>
      </div>
      <div class="understood" id="understood">
        {query.filters.map((filter) => (
          <button
            key={filter.typed}
            type="button"
            class="chip"
            aria-label={t('library_remove_filter', { filter: filter.typed })}
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
          <Choice
            label={t('library_order')}
            names={SORTS}
            value={shown.sort}
            choose={(sort) => change({ sort: sort as Sort })}
          />
          <Choice
            label={t('library_grouping')}
            names={GROUPS}
            value={shown.grouping}
            choose={(grouping) => change({ grouping: grouping as Grouping })}
          />
          {takeAll && (
            <button type="button" onClick={takeAll}>
              {t('library_export_found')}
            </button>
          )}
        </div>
      </div>
    </search>
  );
}

interface ChoiceProps {
  label: string;
  names: Record<string, Key>;
  value: string;
  choose: (value: string) => void;
}

function Choice({ label, names, value, choose }: ChoiceProps) {
  return (
    <select class="choice" aria-label={label} value={value} onChange={(event) => choose(event.currentTarget.value)}>
      {Object.entries(names).map(([key, name]) => (
        <option key={key} value={key} selected={key === value}>
          {t(name)}
        </option>
      ))}
    </select>
  );
}

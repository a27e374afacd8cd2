import { useMemo, useState } from 'preact/hooks';
import { COLORS, type Color } from '../core/annotation';
import { foldText } from '../core/fold';
import type { Settings } from '../core/settings';
import { locale, t } from '../i18n/messages';
import type { tally } from './counts';
import type { Kept } from './kept';
import { RenameField } from './rename-field';
import { type Shown, writeShown } from './search/place';
import { parseQuery, withFilter, withoutFilter } from './search/query';
import { VIEWS } from './slots';

interface NavProps {
  kept: Kept;
  counts: ReturnType<typeof tally>;
  shown: Shown;
  change: (change: Partial<Shown>) => void;
  meanings: Settings['meanings'];
  nameColor: (color: Color, meaning: string) => void;
  renameTag: (from: string, to: string) => void;
}

/** So many tags are listed before the reader asks for all. */
const FEW = 20;

/** The way around the library: its places, the colours with the reader's names for them, the tags. */
export function Nav({ kept, counts, shown, change, meanings, nameColor, renameTag }: NavProps) {
  const [all, setAll] = useState(false);
  const known = kept.stage !== 'opening' && kept.stage !== 'newest';
  const { version } = kept;
  const held = useMemo(() => {
    const rows = [...kept.byId.values()];
    return new Map(VIEWS.map(({ name, holds }) => [name, holds ? rows.filter(holds).length : 0]));
  }, [version]);
  const tags = all ? counts.tags : counts.tags.slice(0, FEW);
  const filters = parseQuery(shown.typed).filters;
  const toggled = (field: 'tag' | 'color', value: string): Partial<Shown> => {
    const on = filters.find((filter) => filter.field === field && filter.value === foldText(value) && !filter.not);
    const holdsTyped = VIEWS.find(({ name }) => name === shown.view)?.holds;
    return {
      typed: on ? withoutFilter(shown.typed, on) : withFilter(shown.typed, field, value),
      ...(holdsTyped ? {} : { view: 'all' }),
    };
  };
  const isOn = (field: 'tag' | 'color', value: string) =>
    filters.some((filter) => filter.field === field && filter.value === foldText(value) && !filter.not);
  return (
    <nav class="places" aria-label={t('popup_library')}>
      <ul>
        {VIEWS.map(({ name, title, holds }) => {
          const there: Partial<Shown> = { view: name, typed: '' };
          return (
            <li key={name}>
              <Place to={{ ...shown, ...there }} on={shown.view === name} go={() => change(there)}>
                <span>{t(title)}</span>
                <span class="count">{known && holds && held.get(name)?.toLocaleString(locale())}</span>
              </Place>
            </li>
          );
        })}
      </ul>
      <h2>{t('settings_colors')}</h2>
      <ul>
        {COLORS.map((color) => (
          <Named
            key={color}
            name={meanings[color] || t(`color_${color}`)}
            label={t('library_color_label', { color: t(`color_${color}`) })}
            value={meanings[color]}
            rename={(meaning) => nameColor(color, meaning)}
          >
            <Place
              to={{ ...shown, ...toggled('color', color) }}
              on={isOn('color', color)}
              go={() => change(toggled('color', color))}
            >
              <span>
                <i class="dot" style={`--swatch: var(--${color})`} />
                <span class={meanings[color] ? '' : 'capital'}>{meanings[color] || t(`color_${color}`)}</span>
              </span>
              <span class="count">{known && (counts.colors.get(color) ?? 0).toLocaleString(locale())}</span>
            </Place>
          </Named>
        ))}
      </ul>
      {tags.length > 0 && (
        <>
          <h2>{t('library_tags')}</h2>
          <ul>
            {tags.map(([tag, count]) => (
              <Named
                key={tag}
                name={tag}
                label={t('library_new_tag_name', { tag })}
                value={tag}
                rename={(to) => renameTag(tag, to)}
              >
                <Place
                  to={{ ...shown, ...toggled('tag', tag) }}
                  on={isOn('tag', tag)}
                  go={() => change(toggled('tag', tag))}
                >
                  <span>{tag}</span>
                  <span class="count">{known && count.toLocaleString(locale())}</span>
                </Place>
              </Named>
            ))}
          </ul>
          {counts.tags.length > FEW && (
            <button type="button" class="link small" onClick={() => setAll(!all)}>
              {all ? t('library_fewer_tags') : t('library_all_tags', { count: counts.tags.length })}
            </button>
          )}
        </>
      )}
    </nav>
  );
}

interface PlaceProps {
  to: Shown;
  on: boolean;
  go: () => void;
  children: preact.ComponentChildren;
}

/** A link within the library: it has an address, and goes there without loading the page anew. */
function Place({ to, on, go, children }: PlaceProps) {
  return (
    <a
      class="place"
      href={`${location.pathname}${writeShown(to)}`}
      aria-current={on ? 'true' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go();
      }}
    >
      {children}
    </a>
  );
}

interface NamedProps {
  name: string;
  label: string;
  value: string;
  rename: (to: string) => void;
  children: preact.ComponentChildren;
}

/** A place the reader may rename. */
function Named({ name, label, value, rename, children }: NamedProps) {
  const [naming, setNaming] = useState(false);
  const done = (to: string | null) => {
    setNaming(false);
    if (to !== null) rename(to);
  };
  if (naming) {
    return (
      <li>
        <RenameField label={label} name={value} done={done} />
      </li>
    );
  }
  return (
    <li class="named">
      {children}
      <button
        type="button"
        class="pencil"
        aria-label={t('library_rename', { name })}
        title={t('library_rename', { name })}
        onClick={() => setNaming(true)}
      >
        ✎
      </button>
    </li>
  );
}

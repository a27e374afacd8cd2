import { useMemo, useRef, useState } from 'preact/hooks';
import type { Annotation, Color } from '../core/annotation';
import type { Settings } from '../core/settings';
import { locale } from '../i18n/messages';
import { ENGLISH } from '../ui/english';
import type { Matched } from '../ui/marked';
import { colorOfKey, type Editing, Entry, type EntryDeeds } from './entry';
import type { Kept } from './kept';
import { useKeys } from './keys';
import { MapLink } from './map-link';
import { type Grouping, type Item, titleOf } from './search/arrange';
import { SelectionBar } from './selection-bar';
import { Windowed } from './windowed';

interface ResultsProps {
  kept: Kept;
  items: Item[];
  grouping: Grouping;
  matched: Matched;
  tags: string[];
  meanings: Settings['meanings'];
  deeds: Omit<EntryDeeds, 'edit'>;
  /** Opens the export of these annotations, by id. */
  takeAlong: (ids: string[]) => void;
  /** Called when the reader begins or ends to write. */
  onEdit: () => void;
}

type EntryItem = Item & { kind: 'entry' };
const isEntry = (item: Item): item is EntryItem => item.kind === 'entry';

/** Works something out when it is first asked for. */
function once<T>(work: () => T): () => T {
  let done: { value: T } | null = null;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

/** What was found: the list, where in it the reader stands, what is selected, and the keys for all of it. */
export function Results({ kept, items, grouping, matched, tags, meanings, takeAlong, ...props }: ResultsProps) {
  const { deeds: given, onEdit } = props;
  const [active, setActive] = useState<string | null>(null);
  const [editing, setEditing] = useState<{ key: string; part: Editing } | null>(null);
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set());
  const [target, setTarget] = useState<{ index: number } | null>(null);
  const lastPicked = useRef<string | null>(null);
  // Worked out when the reader does something with them: a search in writing makes ten thousand with every key.
  const entriesOf = useMemo(() => once(() => items.filter(isEntry)), [items]);
  const selected = [...selectedIds].flatMap((id) => kept.byId.get(id) ?? []);

  const at = active === null ? -1 : entriesOf().findIndex(({ key }) => key === active);
  const here = at < 0 ? undefined : entriesOf()[at];
  const first = items.find(isEntry);
  const of = items.findLast(isEntry)?.nth ?? 0;
  const stand = (key: string | undefined) => {
    if (key === undefined) return;
    setActive(key);
    setTarget({ index: items.findIndex((item) => item.key === key) });
  };
  const move = (by: 1 | -1) => {
    const entries = entriesOf();
    stand(entries[Math.max(0, Math.min(entries.length - 1, at < 0 ? 0 : at + by))]?.key);
  };
  const edit = (key: string, part: Editing | null) => {
    onEdit();
    setEditing(part && { key, part });
    if (part) setActive(key);
    else stand(key);
  };
  const pick = (key: string, on: boolean, extend: boolean) => {
    const next = new Set(selectedIds);
    const entries = entriesOf();
    const to = entries.findIndex((entry) => entry.key === key);
    const from = extend ? entries.findIndex((entry) => entry.key === lastPicked.current) : to;
    for (const entry of entries.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1)) {
      if (on) next.add(entry.annotation.id);
      else next.delete(entry.annotation.id);
    }
    lastPicked.current = key;
    setSelectedIds(next);
  };
  const pickHere = (extend: boolean) => here && pick(here.key, extend || !selectedIds.has(here.annotation.id), extend);
  const selectAll = () => setSelectedIds(new Set(entriesOf().map(({ annotation }) => annotation.id)));
  /** What a key acts on: the selection, or the entry the reader stands on. */
  const meant = (): Annotation[] => (selected.length > 0 ? selected : here ? [here.annotation] : []);
  const away = (rows: Annotation[], deed: (rows: Annotation[]) => void) => {
    // The reader goes on from where the first of them stood.
    const rest = entriesOf()
      .slice(Math.max(0, at))
      .find(({ annotation }) => !rows.includes(annotation));
    deed(rows);
    setSelectedIds(new Set());
    if (rest) setActive(rest.key);
  };
  const deeds: Omit<EntryDeeds, 'edit'> = {
    ...given,
    remove: (rows) => away(rows, given.remove),
    restore: (rows) => away(rows, given.restore),
  };
  const recolor = (color: Color | undefined) => {
    const rows = meant();
    if (!color || rows.length === 0) return false;
    given.recolor(rows, color);
    return true;
  };

  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => document.activeElement?.closest('.entry') !== null && move(1),
    ArrowUp: () => document.activeElement?.closest('.entry') !== null && move(-1),
    o: () => here && given.open(here.annotation),
    Enter: () => (here ? given.open(here.annotation) : false),
    e: () => here && edit(here.key, 'note'),
    t: () => here && edit(here.key, 'tags'),
    x: () => pickHere(false),
    X: () => pickHere(true),
    a: selectAll,
    Delete: () => {
      const rows = meant();
      if (rows.length === 0) return false;
      if (rows.every(({ deleted }) => deleted !== null)) deeds.restore(rows);
      else deeds.remove(rows);
      return true;
    },
    Escape: () => (selectedIds.size > 0 ? setSelectedIds(new Set()) : false),
    ...Object.fromEntries(['1', '2', '3', '4', '5'].map((key) => [key, () => recolor(colorOfKey(key))])),
  });

  return (
    <>
      <SelectionBar
        selected={selected}
        tags={tags}
        meanings={meanings}
        deeds={{ ...deeds, edit: () => undefined }}
        takeAlong={takeAlong}
        selectAll={selectAll}
        clear={() => setSelectedIds(new Set())}
      />
      <Windowed
        items={items}
        keyOf={({ key }) => key}
        estimate={(item) => (item.kind === 'heading' ? 64 : heightOf(item.annotation))}
        target={target}
        reached={(element) => {
          setTarget(null);
          if (editing === null) element.focus({ preventScroll: true });
        }}
      >
        {(item) =>
          item.kind === 'heading' ? (
            <GroupHeading item={item} grouping={grouping} kept={kept} />
          ) : (
            <Entry
              annotation={item.annotation}
              headline={kept.articles.get(item.annotation.articleKey)?.headline ?? ''}
              nth={item.nth}
              of={of}
              matched={matched}
              active={item.key === (here?.key ?? first?.key)}
              selected={selectedIds.has(item.annotation.id)}
              select={(on, extend) => pick(item.key, on, extend)}
              editing={editing?.key === item.key ? editing.part : null}
              tags={tags}
              meanings={meanings}
              deeds={{ ...deeds, edit: (part) => edit(item.key, part) }}
            />
          )
        }
      </Windowed>
    </>
  );
}

function GroupHeading(props: { item: Item & { kind: 'heading' }; grouping: Grouping; kept: Kept }) {
  const { item, grouping, kept } = props;
  const { title, aside } = titleOf(item.name, grouping, kept.articles);
  return (
    <header class="group">
      <h2 {...(grouping === 'article' ? ENGLISH : {})}>{title}</h2>
      {grouping === 'article' && <MapLink articleKey={item.name} headline={title} />}
      <span class="small quiet">{aside || item.count.toLocaleString(locale())}</span>
    </header>
  );
}

/** Pixels an entry is thought to take: lines of quote and note, tags, the rest. */
const heightOf = ({ target, note, tags }: Annotation): number =>
  84 +
  24 * Math.ceil((target.kind === 'words' ? target.quote.exact : target.statement).length / 78) +
  (note === '' ? 0 : 8 + 23 * Math.ceil(note.length / 82)) +
  (tags.length > 0 ? 26 : 0);

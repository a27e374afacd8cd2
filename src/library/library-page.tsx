import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Color } from '../core/annotation';
import type { Settings } from '../core/settings';
import { cleanTag } from '../core/tag';
import { counted, t } from '../i18n/messages';
import { sentenceOf } from '../i18n/worded';
import { emptyBin } from '../store/bin';
import { keepDrafts } from '../store/keep-drafts';
import { live } from '../store/live';
import { readSettings } from '../store/settings';
import { useLive } from '../ui/use-live';
import { THREE_COLUMNS, useRoom } from '../ui/use-room';
import { tally } from './counts';
import { deedsOf, renameEverywhere } from './deeds';
import { Dialogs, type Opened } from './dialogs';
import { Empty } from './empty';
import { EmptiedNotice } from './exchange/emptied-notice';
import { ExchangeTools } from './exchange/exchange-tools';
import type { Kept } from './kept';
import { useKeys } from './keys';
import { Nav } from './nav';
import { Results } from './results';
import { arrange, sortRows } from './search/arrange';
import { find, numbersOf } from './search/find';
import { parseQuery, withFilter } from './search/query';
import { useRested } from './search/use-rested';
import { useShown } from './search/use-shown';
import { SearchBar } from './search-bar';
import { Side, viewNamed } from './slots';
import { useKept } from './use-kept';
import { useWork } from './work/use-work';

interface LibraryPageProps {
  kept: Kept;
  /** What the reader had chosen when the page was opened. */
  settings: Settings;
}

/** The library: the way around on the left, what was found in the middle, what is due and kept safe on the right. */
export function LibraryPage({ kept, settings: before }: LibraryPageProps) {
  const [shown, change] = useShown();
  const view = viewNamed(shown.view);
  useKept(kept, view.Body !== undefined);
  const work = useWork();
  const [dialog, setDialog] = useState<Opened | null>(null);
  const { meanings } = useLive(() => live(readSettings), []) ?? before;
  const field = useRef<HTMLInputElement>(null);
  const writing = useRef({ id: null as string | null });

  const { version } = kept;
  const counts = useMemo(() => tally(kept.byId.values()), [version]);
  const rows = useMemo(
    () => sortRows([...kept.byId.values()].filter(view.holds ?? (() => false)), shown.sort, kept.articles),
    [version, view, shown.sort],
  );
  const numbers = useMemo(() => numbersOf(rows, kept.index), [rows]);
  const query = useMemo(() => parseQuery(shown.typed), [shown.typed]);
  const whole = useMemo(() => arrange(rows, shown.grouping), [rows, shown.grouping]);
  const { items, matched, found } = useMemo(() => {
    const { rows: list, matched: marks } = find(rows, numbers, query, kept.index, kept.articles);
    return { items: list === rows ? whole : arrange(list, shown.grouping), matched: marks, found: list };
  }, [rows, numbers, whole, query]);
  const deeds = {
    ...deedsOf(work, (color) => meanings[color], writing.current),
    searchTag: (tag: string) => change({ typed: withFilter(shown.typed, 'tag', tag) }),
  };
  const nameColor = (color: Color, meaning: string) =>
    void work.run(t(meaning ? 'library_named' : 'library_named_plainly', { color: t(`color_${color}`), meaning }), {
      kind: 'name color',
      color,
      meaning,
    });
  const undo = () => {
    writing.current.id = null;
    void work.undo();
  };
  useEffect(() => {
    if (window.scrollY > 0) window.scrollTo({ top: 0 });
  }, [shown.view, shown.typed, shown.sort, shown.grouping]);
  // Of the view only: a tab's title takes the browser longer than the search takes us.
  useEffect(() => {
    document.title = `${t(view.title)} – ${t('extension_short_name')}`;
  }, [view]);
  // For whoever waits or measures.
  useEffect(() => {
    document.documentElement.dataset.stage = kept.stage;
  }, [kept.stage]);
  useEffect(() => {
    void keepDrafts();
  }, []);
  useKeys({
    '/': () => field.current?.focus(),
    '?': () => setDialog({ is: 'help' }),
    u: undo,
    U: () => void work.redo(),
  });

  const reading = kept.stage === 'opening' || (kept.stage !== 'indexed' && shown.typed !== '');
  const articles = useMemo(
    () =>
      shown.grouping === 'article'
        ? items.length - found.length
        : new Set(found.map(({ articleKey }) => articleKey)).size,
    [found, items],
  );
  const outcome =
    reading || kept.stage === 'newest'
      ? t('library_reading')
      : found.length === 0
        ? shown.typed === ''
          ? ''
          : t('library_nothing_found')
        : t('library_outcome', {
            annotations: counted('library_annotations', found.length),
            articles: counted('library_articles', articles),
          });
  const around = useRested(shown, () => document.activeElement === field.current);
  const nav = useMemo(
    () => (
      <Nav
        kept={kept}
        counts={counts}
        shown={around}
        change={change}
        meanings={meanings}
        nameColor={nameColor}
        renameTag={(from, to) => {
          const tag = cleanTag(to);
          if (tag) void renameEverywhere(work, from, tag).catch((error: unknown) => work.say(sentenceOf(error)));
        }}
      />
    ),
    [version, around, meanings],
  );
  // At the side of a list, or above it: who had to scroll to the end of ten thousand would never find it.
  const roomy = useRoom(THREE_COLUMNS);
  // Nothing of it depends on a search in writing.
  const side = useMemo(
    () => (
      <aside class="side" aria-label={t('library_side')}>
        <ExchangeTools open={setDialog} />
        <Side kept={kept} work={work} dialog={dialog} open={setDialog} />
      </aside>
    ),
    [kept, dialog],
  );
  return (
    <div class="frame">
      <header class="brand">
        <h1>{t('extension_short_name')}</h1>
        <button type="button" class="link small" onClick={() => setDialog({ is: 'help' })}>
          {t('library_help')}
        </button>
        <a class="small" href="/src/packs-page/index.html">
          {t('packs_title')}
        </a>
      </header>
      <Menu>{nav}</Menu>
      {!roomy && side}
      <main id="found" aria-busy={reading}>
        <h2 class="unseen">{t(view.title)}</h2>
        <EmptiedNotice restored={() => kept.reload()} />
        {view.Body ? (
          <view.Body kept={kept} work={work} />
        ) : (
          <>
            <SearchBar
              shown={shown}
              change={change}
              query={query}
              field={field}
              outcome={outcome}
              takeAll={() => setDialog({ is: 'export', selected: found.map(({ id }) => id) })}
            />
            {view.name === 'bin' && rows.length > 0 && (
              <p class="binned small">
                {t('library_bin_about')}{' '}
                <button
                  type="button"
                  class="link"
                  onClick={() =>
                    void emptyBin().then((gone) =>
                      work.made(
                        t('library_bin_emptied', { annotations: counted('library_annotations', gone.length) }),
                        { kind: 'put back', rows: gone },
                      ),
                    )
                  }
                >
                  {t('library_bin_empty')}
                </button>
              </p>
            )}
            {!reading && items.length === 0 && <Empty view={view} kept={kept} searched={shown.typed !== ''} />}
            <Results
              key={view.name}
              kept={kept}
              items={items}
              grouping={shown.grouping}
              matched={matched}
              tags={counts.tags.map(([tag]) => tag)}
              meanings={meanings}
              deeds={deeds}
              takeAlong={(selected) => setDialog({ is: 'export', selected })}
              onEdit={() => {
                writing.current.id = null;
              }}
            />
          </>
        )}
      </main>
      {roomy && side}
      <div class="said" role="status">
        {work.said && (
          <>
            <span>{work.said.words}</span>
            {work.said.undoable && (
              <button type="button" class="link" onClick={undo}>
                {t('undo')}
              </button>
            )}
            <button type="button" aria-label={t('library_dismiss')} onClick={work.hush}>
              ✕
            </button>
          </>
        )}
      </div>
      {dialog && <Dialogs opened={dialog} close={() => setDialog(null)} imported={() => void kept.reload()} />}
    </div>
  );
}

const WIDE = '(min-width: 56rem)';

/** The way around: always there beside the list, folded away above it where there is no room. */
function Menu({ children }: { children: preact.ComponentChildren }) {
  if (useRoom(WIDE)) return <div class="menu">{children}</div>;
  return (
    <details class="menu">
      <summary>{t('library_menu')}</summary>
      {children}
    </details>
  );
}

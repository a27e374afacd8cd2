import { useState } from 'preact/hooks';
import { askPage } from '../contract/page';
import type { Annotation } from '../core/annotation';
import type { Place } from '../core/place';
import { counted, t } from '../i18n/messages';
import { TimeLine } from '../map/time-line';
import { wordsOn } from '../reading-room/words-on';
import { PageTrouble } from '../this-article/page-trouble';
import type { TabPage } from '../this-article/tab-page';
import type { Kept } from '../this-article/use-kept';
import { ArticleHead } from '../ui/article-head';
import { Background } from '../ui/background';
import { CopyOf } from '../ui/copy-of';
import { NoteList } from '../ui/note-list';
import { ClaimList } from './claim-list';
import { PanelFoot } from './panel-foot';
import { PanelMap } from './panel-map';
import { RoomView } from './room-view';
import { Tabs } from './tabs';
import { useFollowing } from './use-following';
import { type RoomBeside, useReadingRoom } from './use-reading-room';
import { writingOn } from './writing';

type View = 'claims' | 'map' | 'notes' | 'room' | 'since';

const sharedIn = ({ others }: RoomBeside): number => others.reduce((sum, { notes }) => sum + notes.length, 0);

/** An article beside its page: its claims, of which the one in view is open, and the reader's notes, to be written here too. */
export function ArticlePanel({ page, kept }: { page: TabPage; kept: Kept }) {
  const { claims, annotations } = kept;
  const { tabId } = page;
  const [chosen, setView] = useState<View>(claims ? 'claims' : 'notes');
  const articleKey = kept.keys[0] ?? '';
  const room = useReadingRoom(articleKey, tabId, annotations);
  const view = chosen === 'room' && !room ? 'notes' : chosen;
  const { inView, pointed, emphasise } = useFollowing(page, {
    articleKey,
    words: room?.onPage ? wordsOn(room.others) : [],
  });
  const places = page.reading?.places ?? {};
  const placeOf = (id: string): Place | null => places[id]?.place ?? null;
  const position = ({ id }: Annotation) => places[id]?.at ?? 1;
  const inReadingOrder = [...annotations].sort((a, b) => position(a) - position(b) || a.created - b.created);
  const show = (id: string) => void askPage(tabId, 'showWords', { id }).catch(() => undefined);
  const names: [View, string][] = [
    ...(claims ? [['claims', t('panel_claims')] satisfies [View, string]] : []),
    ...(claims ? [['map', t('panel_map')] satisfies [View, string]] : []),
    ['notes', annotations.length === 0 ? t('panel_notes_none') : t('panel_notes', { count: annotations.length })],
    ...(room ? [['room', t('room_tab', { count: sharedIn(room) })] satisfies [View, string]] : []),
    ...(claims && claims.events.length > 0 ? [['since', t('since_name')] satisfies [View, string]] : []),
  ];
  return (
    <>
      <ArticleHead headline={page.headline} claims={claims} placeOf={placeOf} notes={annotations.length} />
      {page.copyOf && claims && <CopyOf original={claims} />}
      <PageTrouble page={page} />
      {room && room.present.length > 0 && (
        <p class="present small quiet" role="status">
          {counted('room_present', room.present.length)}
        </p>
      )}
      <Tabs label={t('panel_views')} names={names} chosen={view} choose={setView}>
        {view === 'claims' && claims && (
          <>
            <h2 class="unseen">{t('panel_claims')}</h2>
            <ClaimList
              claims={claims}
              kept={kept}
              tabId={tabId}
              placeOf={placeOf}
              inView={inView}
              pointed={pointed}
              emphasise={emphasise}
              show={show}
            />
            <Background claims={claims} />
          </>
        )}
        {view === 'map' && claims && (
          <PanelMap claims={claims} tabId={tabId} here={inView} pointed={pointed} emphasise={emphasise} show={show} />
        )}
        {view === 'since' && claims && <TimeLine claims={claims} now={Date.now()} choose={show} />}
        {view === 'notes' && (
          <>
            {!claims && <p class="message">{t('popup_no_claims')}</p>}
            {annotations.length === 0 && <p class="message">{t('panel_no_notes')}</p>}
            <NoteList
              annotations={inReadingOrder}
              placeOf={placeOf}
              goTo={show}
              writingOn={({ id: annotationId }) => writingOn({ annotationId }, tabId)}
              point={emphasise}
              pointed={pointed}
            />
          </>
        )}
        {view === 'room' && room && (
          <RoomView room={room} placeOf={placeOf} goTo={show} point={emphasise} pointed={pointed} />
        )}
      </Tabs>
      <PanelFoot tabId={tabId} claims={claims} />
    </>
  );
}

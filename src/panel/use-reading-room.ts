import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { isArticleKey } from '../core/address';
import type { Annotation } from '../core/annotation';
import { changeRoom, mayReach, onRoom, type RoomAccount } from '../reading-room/account';
import { passIn } from '../reading-room/pass';
import type { Room, RoomView } from '../reading-room/room';

/** The reader's room beside an article. */
export interface RoomBeside extends RoomView {
  /** Whether the reader's own notes on the article are shared; `null` when the invitation is to read only. */
  sharing: boolean | null;
  setSharing: (sharing: boolean) => Promise<void>;
  /** Whether what the others highlighted is marked on the page. */
  onPage: boolean;
  setOnPage: (onPage: boolean) => Promise<void>;
}

/**
 * Is in the reading room for as long as the panel shows the article: there is no connection without a panel. Notes that
 * are shared are kept up to date meanwhile; what is changed without a panel the room hears at the next one.
 * @returns `null` when no room was joined, may be reached, or is concerned: another site's page, a private window
 */
export function useReadingRoom(articleKey: string, tabId: number, annotations: Annotation[]): RoomBeside | null {
  const [account, setAccount] = useState<RoomAccount | null>(null);
  const [entered, setEntered] = useState<Room | null>(null);
  const [view, setView] = useState<RoomView | null>(null);
  useEffect(() => onRoom(setAccount), []);
  useEffect(() => {
    if (!account || !isArticleKey(articleKey)) return;
    const left = new AbortController();
    void (async () => {
      if (!(await mayEnter(account.url, tabId))) return;
      const { enterRoom } = await import('../reading-room/room');
      if (left.signal.aborted) return;
      const room = enterRoom(account, articleKey, setView);
      left.signal.addEventListener('abort', room.leave);
      setEntered(room);
    })();
    return () => {
      left.abort();
      setEntered(null);
      setView(null);
    };
    // What is shared of which article makes no other room of it.
  }, [account?.url, account?.invitation, account?.name, articleKey, tabId]);
  const sharing = account?.shared.includes(articleKey) ?? false;
  useEffect(() => entered?.share(sharing ? annotations : null), [entered, sharing, annotations]);
  if (!account || !view) return null;
  return {
    ...view,
    sharing: passIn(account.invitation)?.role === 'write' ? sharing : null,
    onPage: account.onPage,
    setOnPage: (onPage) => changeRoom(() => ({ onPage })),
    setSharing: (wanted) =>
      changeRoom(({ shared }) => {
        const others = shared.filter((key) => key !== articleKey);
        return { shared: wanted ? [...others, articleKey] : others };
      }),
  };
}

async function mayEnter(url: string, tabId: number): Promise<boolean> {
  const { incognito } = await browser.tabs.get(tabId);
  return !incognito && (await mayReach(url));
}

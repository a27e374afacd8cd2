import { useEffect, useRef, useState } from 'preact/hooks';
import { type FollowedPage, type Following, followPage, type SharedOn } from '../contract/following';
import type { TabPage } from '../this-article/tab-page';

const NOWHERE: Following = { inView: null, pointed: null };

interface Followed extends Following {
  /** Has the words of a claim or annotation stand out on the page. */
  emphasise: (id: string | null) => void;
}

/**
 * Where the reader is on the page; followed anew when the page was left and is there again.
 * @param shared what the page is to mark of others
 */
export function useFollowing({ tabId, reading }: TabPage, shared: SharedOn): Followed {
  const [following, setFollowing] = useState(NOWHERE);
  const page = useRef<FollowedPage | null>(null);
  const forget = () => {
    page.current = null;
    setFollowing(NOWHERE);
  };
  useEffect(
    () => () => {
      page.current?.stop();
      forget();
    },
    [tabId],
  );
  useEffect(() => {
    if (!reading || page.current) return;
    const followed = followPage(tabId, setFollowing, () => {
      if (page.current === followed) forget();
    });
    page.current = followed;
    followed.share(shared);
  }, [tabId, reading]);
  // What has not changed is not told again: the page would look for it anew.
  const news = JSON.stringify(shared);
  useEffect(() => page.current?.share(shared), [news]);
  return { ...following, emphasise: (id) => page.current?.emphasise(id) };
}

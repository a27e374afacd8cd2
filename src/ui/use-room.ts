import { useEffect, useState } from 'preact/hooks';

/** Whether the window has room, as a media query asks; drawn anew when that changes. */
export function useRoom(query: string): boolean {
  const [has, setHas] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const look = () => setHas(media.matches);
    // What changed before this was heard of.
    look();
    media.addEventListener('change', look);
    return () => media.removeEventListener('change', look);
  }, [query]);
  return has;
}

/** For a third column, as the style sheet has it. */
export const THREE_COLUMNS = '(width > 80rem)';

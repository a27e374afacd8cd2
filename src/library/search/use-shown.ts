import { useEffect, useRef, useState } from 'preact/hooks';
import { readShown, type Shown, writeShown } from './place';

/** Milliseconds of rest after which typing goes on in a new step of the history. */
const PAUSE = 1500;

/** What is shown, read from the address and written to it. Every choice is a step back; a search typed in one go is one. */
export function useShown(): [Shown, (change: Partial<Shown>) => void] {
  const [shown, setShown] = useState(() => readShown(location.search));
  const latest = useRef(shown);
  const typedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const back = () => {
      latest.current = readShown(location.search);
      typedAt.current = Number.NEGATIVE_INFINITY;
      setShown(latest.current);
    };
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  const change = (wanted: Partial<Shown>) => {
    const next = { ...latest.current, ...wanted };
    const address = `${location.pathname}${writeShown(next)}`;
    const now = performance.now();
    const typing = Object.keys(wanted).join() === 'typed';
    const goesOn = typing && now - typedAt.current < PAUSE;
    latest.current = next;
    setShown(next);
    if (address !== location.pathname + location.search) {
      if (goesOn) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    }
    typedAt.current = typing ? now : Number.NEGATIVE_INFINITY;
  };
  return [shown, change];
}

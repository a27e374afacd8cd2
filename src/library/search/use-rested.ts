import { useEffect, useState } from 'preact/hooks';

/** Milliseconds without a key after which a search is no longer in writing. */
const REST = 150;

/** A value as it is, but while the reader is typing as it was when they last rested: not all has to follow each key. */
export function useRested<T>(value: T, typing: () => boolean): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST);
    return () => clearTimeout(timer);
  }, [value]);
  return typing() ? rested : value;
}

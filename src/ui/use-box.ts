import { useEffect, useState } from 'preact/hooks';

/** Milliseconds after which, once a choice is kept, what is kept counts again. */
const SETTLED = 1000;

/** What makes an input a box. */
interface Box {
  type: 'checkbox';
  checked: boolean;
  onChange: (event: { currentTarget: HTMLInputElement }) => void;
}

/**
 * A box for something that is kept. What the reader chose last stands in it, also while it is still told what they chose
 * before: pressed twice in a moment it is as it was.
 * @param kept as far as it has been told
 * @param choose keeps what the reader chose; done when it is kept
 */
export function useBox(kept: boolean, choose: (wanted: boolean) => unknown): Box {
  const [chosen, setChosen] = useState<boolean | null>(null);
  /** Choices on their way. */
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    if (chosen === null || waiting > 0) return;
    const over = setTimeout(() => setChosen(null), SETTLED);
    return () => clearTimeout(over);
  }, [chosen, waiting, kept]);
  const keep = async (wanted: boolean) => {
    setChosen(wanted);
    setWaiting((count) => count + 1);
    try {
      await choose(wanted);
    } finally {
      setWaiting((count) => count - 1);
    }
  };
  return {
    type: 'checkbox',
    checked: chosen ?? kept,
    onChange: ({ currentTarget }) => void keep(currentTarget.checked),
  };
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { readShown, type Shown, writeShown } from './place';

/** Milliseconds of rest after which what was typed stands in the address: browsers refuse an address for every key. */
const PAUSE = 300;
/** Milliseconds of rest after which typing goes on in a new step of the history. */
const NEW_STEP = 1500;

/** What is shown, read from the address and written to it. Every choice is a step back; a search typed in one go is one. */
export function useShown(): [Shown, (change: Partial<Shown>, typing?: boolean) => void] {
  const [shown, setShown] = useState(() => readShown(location.search));
  const [address] = useState(() => new Address());
  const latest = useRef(shown);
  useEffect(() => {
    const back = () => {
      address.forget();
      latest.current = readShown(location.search);
      setShown(latest.current);
    };
    const leave = () => address.write();
    window.addEventListener('popstate', back);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('popstate', back);
      window.removeEventListener('pagehide', leave);
    };
  }, []);
  const change = (wanted: Partial<Shown>, typing = false) => {
    if (!typing) address.write();
    latest.current = { ...latest.current, ...wanted };
    setShown(latest.current);
    address.show(latest.current, typing);
  };
  return [shown, change];
}

/** The page's address, which follows what is shown. */
class Address {
  #wanted: Shown | null = null;
  #timer = 0;
  #typedAt = Number.NEGATIVE_INFINITY;
  #goesOn = false;

  show(shown: Shown, typing: boolean): void {
    const now = performance.now();
    this.#goesOn = typing && (this.#wanted ? this.#goesOn : now - this.#typedAt < NEW_STEP);
    this.#typedAt = typing ? now : Number.NEGATIVE_INFINITY;
    this.#wanted = shown;
    clearTimeout(this.#timer);
    if (typing) this.#timer = window.setTimeout(() => this.write(), PAUSE);
    else this.write();
  }

  /** Writes what is wanted now. */
  write(): void {
    clearTimeout(this.#timer);
    if (!this.#wanted) return;
    const address = `${location.pathname}${writeShown(this.#wanted)}`;
    this.#wanted = null;
    if (address === location.pathname + location.search) return;
    if (this.#goesOn) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
  }

  /** The reader went back or forth: what was wanted is no longer. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#wanted = null;
    this.#typedAt = Number.NEGATIVE_INFINITY;
  }
}

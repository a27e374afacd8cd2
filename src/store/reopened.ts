import { Dexie } from 'dexie';

/**
 * A database that is asked for again after the browser has not opened it: the disk may have room by then. Dexie by itself
 * refuses all that comes after, for as long as the page or the worker lives.
 */
export class Reopened extends Dexie {
  override open(): ReturnType<Dexie['open']> {
    const opening = super.open();
    opening.catch(() => {
      // Once those that waited for it have been refused: they would ask again at once, and forever.
      setTimeout(() => {
        if (this.hasFailed()) this.close({ disableAutoOpen: false });
      });
    });
    return opening;
  }
}

import type { Page } from 'puppeteer-core';

/** Every row of every table, as the browser has it on disk. */
export const rowsOf = (page: Page, name = 'counterpoint'): Promise<Record<string, unknown[]>> =>
  page.evaluate(async (database) => {
    const opening = indexedDB.open(database);
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const rows: Record<string, unknown[]> = {};
    for (const table of opened.objectStoreNames) {
      const all = opened.transaction(table).objectStore(table).getAll();
      rows[table] = await new Promise((resolve) => {
        all.onsuccess = () => resolve(all.result);
      });
    }
    opened.close();
    return rows;
  }, name);

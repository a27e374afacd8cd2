import type { Page } from 'puppeteer-core';
import type { MadeLibrary } from './rows';

/** Writes rows into the library through one of the extension's own pages, which has opened it once. */
export async function fillLibrary(page: Page, { annotations, articles }: MadeLibrary): Promise<void> {
  const write = (store: string, rows: unknown[]) =>
    page.evaluate(
      (name, list) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('counterpoint');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const database = opening.result;
            const transaction = database.transaction(name, 'readwrite');
            for (const row of list) transaction.objectStore(name).put(row);
            transaction.onerror = () => reject(transaction.error);
            transaction.oncomplete = () => {
              database.close();
              resolve();
            };
          };
        }),
      store,
      rows,
    );
  await write('articles', articles);
  for (let i = 0; i < annotations.length; i += 1000) await write('annotations', annotations.slice(i, i + 1000));
}

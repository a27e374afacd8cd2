import type { Page } from 'puppeteer-core';
import type { MadeLibrary } from './rows';

/** Makes the library hold these rows and no others, through one of the extension's own pages, which has opened it once. */
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
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('counterpoint');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(['annotations', 'articles'], 'readwrite');
          for (const store of ['annotations', 'articles']) transaction.objectStore(store).clear();
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await write('articles', articles);
  for (let i = 0; i < annotations.length; i += 1000) await write('annotations', annotations.slice(i, i + 1000));
}

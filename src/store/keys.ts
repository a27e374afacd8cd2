import { library } from './library';

/**
 * A table's primary keys in the order of an index, read past Dexie: in a live query it would note every one of them to
 * watch it, which takes ten times as long as to read them. Who asks from a live query watches something smaller.
 */
export async function keysInOrder(table: 'annotations' | 'reviews', index: string): Promise<string[]> {
  await library.open();
  const reading = library.backendDB().transaction(table).objectStore(table).index(index).getAllKeys();
  return new Promise((resolve, reject) => {
    reading.onsuccess = () => resolve(reading.result as string[]);
    reading.onerror = () => reject(reading.error);
  });
}

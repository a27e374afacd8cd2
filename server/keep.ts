import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Redis } from 'ioredis';

/** Where documents are kept while nobody reads them: whole, as Yjs updates (version 1). */
export interface Keep {
  load: (document: string) => Promise<Uint8Array | null>;
  store: (document: string, state: Uint8Array) => Promise<void>;
}

/** In a folder, for one machine: a file for each document, replaced in one move. */
export function keepInFolder(folder: string): Keep {
  mkdirSync(folder, { recursive: true });
  const pathOf = (document: string) => join(folder, `${Buffer.from(document).toString('base64url')}.yjs`);
  return {
    async load(document) {
      try {
        return readFileSync(pathOf(document));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    async store(document, state) {
      const path = pathOf(document);
      writeFileSync(`${path}.new`, state);
      renameSync(`${path}.new`, path);
    },
  };
}

/** In Redis, for several machines; as safe as its own persistence is. */
export const keepInRedis = (redis: Redis): Keep => ({
  load: (document) => redis.getBuffer(`room ${document}`),
  store: async (document, state) => void (await redis.set(`room ${document}`, Buffer.from(state))),
});

import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import * as Y from 'yjs';

/** Where documents are kept while nobody reads them: whole, as Yjs updates (version 1). */
export interface Keep {
  /** Brings what is kept of a document into it. */
  load: (name: string, document: Y.Doc) => Promise<void>;
  /** Keeps a document; what is kept already and not in it, it gets as well. */
  store: (name: string, document: Y.Doc) => Promise<void>;
  /** Takes a member's invitation to a room back, for good. */
  putOut: (room: string, member: string) => Promise<void>;
  /** All who were put out, as `ROOM/MEMBER`. */
  out: () => Promise<Set<string>>;
}

/** Names no part of which has a dot in it (see pass.ts) end so. */
const OUT = '.out';

/** In a folder, for one machine: a file for each document, replaced in one move, and an empty one for each who was put out. */
export function keepInFolder(folder: string): Keep {
  mkdirSync(folder, { recursive: true });
  const pathOf = (name: string) => join(folder, `${Buffer.from(name).toString('base64url')}.yjs`);
  return {
    async load(name, document) {
      try {
        Y.applyUpdate(document, readFileSync(pathOf(name)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    },
    async store(name, document) {
      const path = pathOf(name);
      writeFileSync(`${path}.new`, Y.encodeStateAsUpdate(document));
      renameSync(`${path}.new`, path);
    },
    putOut: async (room, member) => writeFileSync(join(folder, `${room}.${member}${OUT}`), ''),
    async out() {
      const files = readdirSync(folder).filter((name) => name.endsWith(OUT));
      return new Set(files.map((name) => name.slice(0, -OUT.length).replace('.', '/')));
    },
  };
}

/** The set of those whose invitation was taken back. */
const PUT_OUT = 'put out';

/** Sets a document's state, unless another instance has set it since it was read. */
const SET_UNLESS_CHANGED = `
if (redis.call('HGET', KEYS[1], 'version') or '') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'state', ARGV[2], 'version', ARGV[3])
return 1`;

/**
 * In Redis, for several machines; as safe as its own persistence is. Two instances may keep one document at the same
 * time, each with what it has heard: neither writes over what it does not know.
 */
export function keepInRedis(redis: Redis): Keep {
  /** The version that each document here has all of. */
  const versions = new WeakMap<Y.Doc, string>();
  const keyOf = (name: string) => `room ${name}`;
  const load: Keep['load'] = async (name, document) => {
    const [state, version] = await redis.hmgetBuffer(keyOf(name), 'state', 'version');
    if (state) Y.applyUpdate(document, state);
    versions.set(document, version?.toString() ?? '');
  };
  return {
    load,
    async store(name, document) {
      for (;;) {
        const state = Buffer.from(Y.encodeStateAsUpdate(document));
        const version = crypto.randomUUID();
        const set = await redis.eval(SET_UNLESS_CHANGED, 1, keyOf(name), versions.get(document) ?? '', state, version);
        if (set === 1) {
          versions.set(document, version);
          return;
        }
        await load(name, document);
      }
    },
    putOut: async (room, member) => void (await redis.sadd(PUT_OUT, `${room}/${member}`)),
    out: async () => new Set(await redis.smembers(PUT_OUT)),
  };
}

/** A folder of this machine, or a Redis that several instances share. */
export type Where = { folder: string } | { redis: { host: string; port: number } };

/** A Redis that is away for a while is waited for: what is to be kept is in memory until then. */
export const PATIENT = { maxRetriesPerRequest: null };

export function openKeep(where: Where): { kept: Keep; close: () => void } {
  if ('folder' in where) return { kept: keepInFolder(where.folder), close: () => undefined };
  const redis = new Redis({ ...where.redis, ...PATIENT });
  return { kept: keepInRedis(redis), close: () => redis.disconnect() };
}

/** As the environment says: ROOMS_REDIS (host:port) or ROOMS_FOLDER. */
export function whereToKeep({ ROOMS_REDIS, ROOMS_FOLDER = 'rooms' }: NodeJS.ProcessEnv): Where {
  const [host = '', port] = ROOMS_REDIS?.split(':') ?? [];
  return ROOMS_REDIS ? { redis: { host, port: Number(port) } } : { folder: ROOMS_FOLDER };
}

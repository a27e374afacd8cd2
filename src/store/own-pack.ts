import { library } from './library';

/** The pack in which the reader gives their claims away: what it is called, and how often it went out. */
export interface OwnPackState {
  /** Names it for good; empty before the first time. */
  id: string;
  name: string;
  author: string;
  release: number;
}

const NAME = 'ownPack';
const NONE: OwnPackState = { id: '', name: '', author: '', release: 0 };

export async function readOwnPack(): Promise<OwnPackState> {
  const value = (await library.settings.get(NAME))?.value;
  const kept = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const text = (field: unknown) => (typeof field === 'string' ? field : '');
  const { release } = kept;
  return {
    id: text(kept.id),
    name: text(kept.name),
    author: text(kept.author),
    release: typeof release === 'number' && Number.isInteger(release) && release > 0 ? release : NONE.release,
  };
}

/** Counts one release on. The pack's id is made of its first name, and of chance, so that two of a name are two. */
export function nextOwnPack(called: Pick<OwnPackState, 'name' | 'author'>): Promise<OwnPackState & { date: string }> {
  return library.transaction('rw', library.settings, async () => {
    const kept = await readOwnPack();
    const next = { ...called, id: kept.id || newId(called.name), release: kept.release + 1 };
    await library.settings.put({ name: NAME, value: next });
    return { ...next, date: new Date().toISOString().slice(0, 10) };
  });
}

function newId(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  const chance = crypto.randomUUID().slice(0, 8);
  return [...words.slice(0, 5).map((word) => word.slice(0, 9)), chance].join('-');
}

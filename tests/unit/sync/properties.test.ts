import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLORS } from '../../../src/core/annotation';
import { annotation } from '../exchange/arbitrary';
import { ARTICLE, settle, TestDevice } from './devices';

const DEVICES = 4;
const DAY = 86_400_000;
const NOTES = 3;

/** What a reader does on a device, or what befalls the news. */
type Act =
  | { do: 'write'; device: number; note: number; at: number }
  | { do: 'strike'; device: number; note: number; at: number }
  | { do: 'color'; device: number; note: number; color: number }
  | { do: 'tag' | 'untag' | 'bin' | 'restore' | 'bury' | 'see'; device: number; note: number }
  | { do: 'set'; device: number; value: number }
  | { do: 'sync'; device: number }
  | { do: 'deliver'; news: number; device: number }
  | { do: 'backup' | 'reset'; device: number };

const device = fc.nat(DEVICES - 1);
const note = fc.nat(NOTES - 1);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), device, note, at: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('strike' as const), device, note, at: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('color' as const), device, note, color: fc.nat(4) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('tag' as const, 'untag' as const, 'bin' as const, 'restore' as const, 'see' as const),
      device,
      note,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('bury' as const), device, note }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('set' as const), device, value: fc.nat(9) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('sync' as const), device }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('deliver' as const), news: fc.nat(1000), device }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('backup' as const, 'reset' as const), device }) },
);

/** Long enough for something to happen: left alone, most lists are of two or three acts. */
const LONG = { minLength: 30, maxLength: 90, size: 'max' } as const;

const idOf = (i: number) => `019357a0-0000-7000-8000-00000000000${i}`;
/** A word that stands nowhere else, and is one word to everybody. */
const wordOf = (i: number) => `w${i.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '')}e`;

/** Several devices, what was said between them, and what a reader would expect of it. */
class World {
  devices = Array.from({ length: DEVICES }, () => new TestDevice());
  readonly #backups: (TestDevice | undefined)[] = [];
  readonly news: [document: string, update: Uint8Array][] = [];
  /** Words by whether they should stand: written, and struck by nobody who saw them. */
  readonly words = new Map<string, { note: number; stands: boolean }>();
  readonly tags = new Map<string, { note: number; stands: boolean }>();
  readonly buried = new Set<number>();
  /** Whether a device was set back: what it had not yet told is lost with it, so nothing is expected then but one library. */
  setBack = false;
  #count = 0;

  constructor() {
    const [first] = this.devices;
    for (let i = 0; i < NOTES; i++) first?.put('annotations', annotation({ id: idOf(i), exact: `words ${i}` }));
    settle(this.devices);
  }

  act(what: Act): void {
    if (what.do === 'deliver') {
      const news = this.news[what.news % Math.max(1, this.news.length)];
      if (news) this.devices[what.device]?.receive(...news);
      return;
    }
    const on = this.devices[what.device];
    if (!on) throw new Error('no such device');
    if (what.do === 'sync') this.news.push(...on.sync(this.#now(what.device)));
    else if (what.do === 'set') on.put('settings', { name: 'reviewGoal', value: what.value + 1 });
    else if (what.do === 'backup') this.#backups[what.device] = on.backup();
    else if (what.do === 'reset') {
      const backup = this.#backups[what.device];
      if (!backup) return;
      this.devices[what.device] = backup.backup();
      this.setBack = true;
    } else if ('note' in what) this.#edit(on, what);
  }

  #edit(on: TestDevice, what: Extract<Act, { note: number }>): void {
    const kept = [...on.rows('annotations').values()].find(({ id }) => id === idOf(what.note));
    if (!kept) return;
    const updated = this.#now(what.device);
    const change = (fields: Parameters<typeof annotation>[0]) => on.put('annotations', { ...kept, ...fields, updated });
    const words = kept.note.split(' ').filter(Boolean);
    if (what.do === 'write') {
      const word = wordOf(++this.#count);
      this.words.set(word, { note: what.note, stands: true });
      change({ note: words.toSpliced(what.at % (words.length + 1), 0, word).join(' ') });
    } else if (what.do === 'strike' && words.length > 0) {
      const [gone = ''] = words.splice(what.at % words.length, 1);
      // Two words written apart may have come to stand as one.
      for (const [word, { note: of }] of this.words) {
        if (gone.includes(word)) this.words.set(word, { note: of, stands: false });
      }
      change({ note: words.join(' ') });
    } else if (what.do === 'color') change({ color: COLORS[what.color] ?? 'yellow' });
    else if (what.do === 'tag') {
      const tag = `t${++this.#count}`;
      this.tags.set(tag, { note: what.note, stands: true });
      change({ tags: [...kept.tags, tag] });
    } else if (what.do === 'untag' && kept.tags.length > 0) {
      const [gone = '', ...tags] = kept.tags;
      this.tags.set(gone, { note: what.note, stands: false });
      change({ tags });
    } else if (what.do === 'bin') change({ deleted: updated });
    else if (what.do === 'restore') change({ deleted: null });
    else if (what.do === 'see') on.put('annotations', { ...kept, lastSeen: { at: updated, outcome: 'not found' } });
    else if (what.do === 'bury') {
      on.rows('annotations').delete([...on.rows('annotations')].find(([, row]) => row === kept)?.[0] ?? '');
      on.put('tombstones', { id: idOf(what.note), at: updated });
      this.buried.add(what.note);
    }
  }

  /** Every device's clock is days off, each another way. */
  #now = (number: number): number => 1e12 + ++this.#count * 1000 + (number - 1) * 3 * DAY;

  /** Everything that was ever sent reaches everybody at last, in whatever order. */
  end(order: number): void {
    for (const on of this.devices) this.news.push(...on.sync(2e12));
    const all = order % 2 === 0 ? this.news : this.news.toReversed();
    for (const on of this.devices) for (const news of all) on.receive(...news);
    settle(this.devices, 2e12);
  }
}

describe('any number of devices, any order, duplication, loss and later repeat', () => {
  const played = (acts: Act[], order: number): World => {
    const world = new World();
    for (const one of acts) world.act(one);
    world.end(order);
    return world;
  };

  it('end in the same library everywhere', () => {
    fc.assert(
      fc.property(fc.array(act, LONG), fc.nat(), (acts, order) => {
        const { devices } = played(acts, order);
        const [first, ...others] = devices.map((one) => one.content());
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 15 },
    );
  });

  it('which is what the readers did', () => {
    fc.assert(
      fc.property(
        fc.array(
          act.filter(({ do: what }) => what !== 'reset'),
          LONG,
        ),
        fc.nat(),
        (acts, order) => {
          const { devices, words, tags, buried } = played(acts, order);
          const rows = devices[0]?.content().annotations ?? [];
          const row = (i: number) => rows.find(({ id }) => id === idOf(i));
          // Of what was deleted for good, words may be gone that nobody struck.
          for (let i = 0; i < NOTES; i++) if (!buried.has(i)) expect(row(i), `note ${i}`).toBeDefined();
          for (const [word, { note: i, stands }] of words) {
            if (!buried.has(i)) expect(row(i)?.note.includes(word), word).toBe(stands);
          }
          for (const [tag, { note: i, stands }] of tags) {
            if (!buried.has(i)) expect(row(i)?.tags.includes(tag), tag).toBe(stands);
          }
          for (const row of rows) expect(row.articleKey).toBe(ARTICLE);
        },
      ),
      { numRuns: 15 },
    );
  });
});

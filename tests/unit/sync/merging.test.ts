import { describe, expect, it } from 'vitest';
import { newOwnClaim } from '../../../src/core/own-claim';
import { uuidv7 } from '../../../src/core/uuid';
import { annotation, libraryWith } from '../exchange/arbitrary';
import { settle, TestDevice } from './devices';

const ID = '019357a0-0000-7000-8000-000000000001';

/** Two devices that both know one annotation. */
function pair(given: Parameters<typeof annotation>[0] = {}): [TestDevice, TestDevice] {
  const one = new TestDevice(libraryWith(annotation(given)));
  const two = new TestDevice();
  settle([one, two]);
  return [one, two];
}

const only = (device: TestDevice) => {
  const rows = [...device.rows('annotations').values()];
  expect(rows).toHaveLength(1);
  return rows[0] ?? annotation();
};

/** Changes the annotation on a device, as its reader would at a moment. */
const edit = (device: TestDevice, change: Parameters<typeof annotation>[0], updated = 5000) =>
  device.put('annotations', { ...only(device), ...change, updated });

/** Deletes the annotation for good, as emptying the bin does. */
function bury(device: TestDevice, at = 9000): void {
  device.rows('annotations').clear();
  device.put('tombstones', { id: ID, at });
}

describe('two devices', () => {
  it('hold the same rows in every table once they have met', () => {
    const article = {
      key: '2022/11/one',
      url: 'https://thediplomat.com/2022/11/one/',
      headline: 'One Two Three',
      headlineFold: 'onetwothree',
      lastRead: 1,
    };
    const one = new TestDevice({
      ...libraryWith(annotation({ note: 'mine', tags: ['b', 'a'], lastSeen: { at: 1, outcome: 'found', start: 0.5 } })),
      articles: [article],
      settings: [{ name: 'meanings', value: { yellow: 'doubt' } }],
      stances: [
        {
          claimId: 'c',
          articleKey: '2022/11/one',
          statement: 'S.',
          opened: null,
          history: [{ stance: 'agree', time: 7, moment: 'before' }],
        },
      ],
      reviewChoices: [{ articleKey: '2022/11/one', notes: true, claims: true }],
      ownClaims: [
        newOwnClaim(
          {
            id: uuidv7(3),
            articleKey: '2022/11/one',
            article: { url: article.url, headline: article.headline, author: 'A. Writer' },
            excerpt: { start: 'begins', end: 'ends', prefix: 'words', suffix: '' },
          },
          5,
        ),
      ],
    });
    const two = new TestDevice(libraryWith(annotation({ id: uuidv7(2), note: 'yours' })));
    const [notes, rest] = [one.content().annotations, one.content()];
    settle([one, two]);
    expect(two.content()).toEqual(one.content());
    expect(two.content()).toMatchObject({ ...rest, annotations: expect.arrayContaining(notes) });
    expect(two.rows('annotations').size).toBe(2);
  });

  it('keep the words of both when both write on in one note', () => {
    const [one, two] = pair({ note: 'The visit was postponed, not cancelled.' });
    edit(one, { note: 'As Pham said: The visit was postponed, not cancelled.' });
    edit(two, { note: 'The visit was postponed twice, not cancelled. Look up the date.' });
    settle([one, two]);
    expect(only(one).note).toBe('As Pham said: The visit was postponed twice, not cancelled. Look up the date.');
    expect(only(two)).toEqual(only(one));
  });

  it('merge color, tags and note field by field', () => {
    const [one, two] = pair({ tags: ['asean', 'old'] });
    edit(one, { color: 'blue', tags: ['asean'] }, 5000);
    edit(two, { note: 'hello', tags: ['asean', 'old', 'new'] }, 6000);
    settle([one, two]);
    expect(only(one)).toMatchObject({ color: 'blue', note: 'hello', tags: ['asean', 'new'], updated: 6000 });
    expect(only(two)).toEqual(only(one));
  });

  it('show the later of two colors, whatever the order of the news', () => {
    for (const order of [0, 1]) {
      const [one, two] = pair();
      edit(one, { color: 'blue' }, 5000);
      edit(two, { color: 'pink' }, 6000);
      settle(order === 0 ? [one, two] : [two, one]);
      expect([only(one).color, only(two).color]).toEqual(['pink', 'pink']);
    }
  });

  it('agree on a color where both were set in one moment', () => {
    for (const colors of [
      ['blue', 'pink'],
      ['pink', 'blue'],
    ] as const) {
      const [one, two] = pair();
      edit(one, { color: colors[0] });
      edit(two, { color: colors[1] });
      settle([one, two]);
      expect(only(one).color).toBe(only(two).color);
    }
  });

  it('let what was done last stand, though its clock is days behind', () => {
    const [one, two] = pair();
    edit(one, { color: 'blue' }, 9e8);
    settle([one, two]);
    edit(two, { color: 'pink' }, 5000);
    settle([one, two]);
    expect([only(one).color, only(two).color]).toEqual(['pink', 'pink']);
  });

  it('do not double what both had before they met', () => {
    const same = annotation({ note: 'The same note.', tags: ['asean'] });
    const [one, two, three] = [0, 1, 2].map(() => new TestDevice(libraryWith(same)));
    if (!one || !two || !three) throw new Error('unreachable');
    // Each writes its own documents before it hears of the others'.
    const said = [one, two, three].map((device) => device.sync(1));
    for (const device of [one, two, three]) {
      for (const updates of said) for (const [name, update] of updates) device.receive(name, update);
    }
    settle([one, two, three]);
    expect(only(one)).toEqual(same);
    expect(only(three)).toEqual(only(two));
  });

  it('keep both notes where each had changed its own before they met', () => {
    const one = new TestDevice(libraryWith(annotation({ note: 'From the laptop.', updated: 2000 })));
    const two = new TestDevice(libraryWith(annotation({ note: 'From the desktop.', updated: 3000 })));
    settle([one, two]);
    expect(only(one).note).toContain('From the laptop.');
    expect(only(one).note).toContain('From the desktop.');
    expect(only(two)).toEqual(only(one));
  });

  it('delete on both what is deleted for good on one, and leave the tombstone', () => {
    const [one, two] = pair({ deleted: 4000, note: 'gone' });
    bury(one);
    settle([one, two]);
    expect(two.rows('annotations').size).toBe(0);
    expect(two.content().tombstones).toEqual([{ id: ID, at: 9000 }]);
    for (const state of one.states.values()) expect(new TextDecoder().decode(state)).not.toContain('gone');
  });

  it('keep what one deletes for good while the other takes it out of the bin', () => {
    const [one, two] = pair({ deleted: 4000, note: 'worth keeping' });
    bury(one);
    edit(two, { deleted: null, color: 'green' }, 8000);
    settle([one, two]);
    expect(only(one)).toMatchObject({ note: 'worth keeping', deleted: null, color: 'green' });
    expect(only(two)).toEqual(only(one));
    expect([...one.content().tombstones, ...two.content().tombstones]).toEqual([]);
  });

  it('do not bring back what was deleted because a page was looked at', () => {
    const [one, two] = pair({ deleted: 4000 });
    bury(one);
    two.put('annotations', { ...only(two), lastSeen: { at: 8000, outcome: 'found', start: 0.1 } });
    settle([one, two]);
    expect(two.rows('annotations').size + one.rows('annotations').size).toBe(0);
  });

  it('delete an old copy that comes with a new device, but not one that was changed since', () => {
    for (const [updated, left] of [
      [2000, 0],
      [9500, 1],
    ]) {
      const [one, two] = pair();
      bury(one);
      settle([one, two]);
      const three = new TestDevice(libraryWith(annotation({ updated: updated ?? 0, note: 'a copy' })));
      for (const [name, state] of two.states) three.receive(name, state);
      settle([one, two, three]);
      expect(three.rows('annotations').size).toBe(left);
      expect(one.content()).toEqual(three.content());
    }
  });

  it('bring back what is put back after it was deleted for good', () => {
    const [one, two] = pair({ note: 'again' });
    const before = only(one);
    bury(one);
    settle([one, two]);
    one.rows('tombstones').clear();
    one.put('annotations', before);
    settle([one, two]);
    expect(only(two)).toEqual(before);
    expect(two.rows('tombstones').size).toBe(0);
  });

  it('lose nothing when rows are gone that nobody deleted', () => {
    const [one, two] = pair({ note: 'still here' });
    one.rows('annotations').clear();
    settle([one, two]);
    expect(only(one).note).toBe('still here');
  });

  it('take a grade back on both', () => {
    const card = {
      due: 5,
      stability: 2,
      difficulty: 5,
      scheduledDays: 3,
      learningSteps: 0,
      reps: 2,
      lapses: 1,
      state: 'review' as const,
      lastReview: 4,
    };
    const id = uuidv7(4e11);
    const given = { id, itemId: `annotation:${ID}`, grade: 3 as const, time: 4e11, before: null, after: card };
    const one = new TestDevice({ ...libraryWith(), reviewLog: [given] });
    const two = new TestDevice();
    settle([one, two]);
    expect(two.content().reviewLog).toEqual([given]);
    two.rows('reviewLog').clear();
    settle([one, two]);
    expect(one.content().reviewLog).toEqual([]);
  });

  it('survive that one is set back to an old state and writes on from there', () => {
    const [one, two] = pair({ note: 'one' });
    const old = one.backup();
    edit(one, { note: 'one two' }, 5000);
    settle([one, two]);
    edit(old, { note: 'one three', color: 'green' }, 6000);
    // What it hears again is all that was ever said: here, what the other device knows.
    for (const [name, state] of two.states) old.receive(name, state);
    settle([old, two]);
    expect(only(two).note.split(' ').sort()).toEqual(['one', 'three', 'two']);
    expect(only(two).color).toBe('green');
    expect(old.content()).toEqual(two.content());
  });
});

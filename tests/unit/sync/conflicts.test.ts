import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { annotation, libraryWith } from '../exchange/arbitrary';
import { ARTICLE, settle, TestDevice } from './devices';

const ID = annotation().id;
type Change = Parameters<typeof annotation>[0];

/** Two devices that know one annotation, each changed while apart, met again. */
function apart(here: Change, there: Change): [TestDevice, TestDevice] {
  const devices: [TestDevice, TestDevice] = [
    new TestDevice(libraryWith(annotation({ note: 'both' }))),
    new TestDevice(),
  ];
  settle(devices);
  edit(devices[0], here, 5000);
  edit(devices[1], there, 6000);
  settle(devices);
  expect(devices[1].content()).toEqual(devices[0].content());
  return devices;
}
const only = (device: TestDevice) => [...device.rows('annotations').values()][0] ?? annotation();
const edit = (device: TestDevice, change: Change, updated: number) =>
  device.put('annotations', { ...only(device), ...change, updated });
const asked = (devices: TestDevice[]) => devices.map(({ conflicts }) => conflicts);

describe('what two devices said at the same time', () => {
  it('of a color is told on both, with the one that is not shown; taking that one settles it', () => {
    const devices = apart({ color: 'pink' }, { color: 'blue' });
    expect(only(devices[0]).color).toBe('blue');
    const conflict = { id: ID, field: 'color', others: ['pink'] };
    expect(asked(devices)).toEqual([[conflict], [conflict]]);
    edit(devices[0], { color: 'pink' }, 7000);
    settle(devices);
    expect(asked(devices)).toEqual([[], []]);
    expect(devices.map((device) => only(device).color)).toEqual(['pink', 'pink']);
  });

  it('is settled by leaving what is shown, too', () => {
    const devices = apart({ color: 'pink', note: 'both, one' }, { color: 'blue', note: 'two, both' });
    expect(only(devices[1]).note).toBe('two, both, one');
    expect(devices[1].conflicts.map(({ field }) => field)).toEqual(['color', 'note']);
    devices[1].settled = [...devices[1].conflicts];
    settle(devices);
    expect(asked(devices)).toEqual([[], []]);
    expect(devices.map((device) => only(device).color)).toEqual(['blue', 'blue']);
    expect(devices.map((device) => only(device).note)).toEqual(['two, both, one', 'two, both, one']);
  });

  it('is told when one binned what the other changed, and neither when both binned it nor when it was seen before', () => {
    const devices = apart({ deleted: 5000 }, { note: 'both, and more' });
    expect(asked(devices)).toEqual([0, 1].map(() => [{ id: ID, field: 'deleted', others: [] }]));
    edit(devices[1], { deleted: null }, 8000);
    settle(devices);
    expect(asked(devices)).toEqual([[], []]);
    expect(asked(apart({ deleted: 5000 }, { deleted: 6000 }))).toEqual([[], []]);
  });

  it('is nothing to ask about where it does not differ, merges by itself, or one knew of the other', () => {
    expect(asked(apart({ color: 'pink', note: 'same' }, { color: 'pink', note: 'same' }))).toEqual([[], []]);
    expect(asked(apart({ tags: ['one'] }, { tags: ['two'] }))).toEqual([[], []]);
    expect(asked(apart({ color: 'pink' }, { note: 'other' }))).toEqual([[], []]);
    const devices = apart({ color: 'pink' }, {});
    edit(devices[1], { color: 'blue' }, 100);
    settle(devices);
    expect(asked(devices)).toEqual([[], []]);
    expect(only(devices[0]).color).toBe('blue');
  });

  it('is passed over where a member wrote what no annotation may be', () => {
    const devices = apart({}, {});
    const evil = new Y.Doc();
    const facts = evil.getMap('facts');
    facts.set(JSON.stringify(['annotations', ID, 'color', 1]), [0, '"<img>"']);
    facts.set(JSON.stringify(['annotations', ID, 'color', 2]), [0, '{']);
    facts.set(JSON.stringify(['annotations', 'nothing', 'note', 1]), [0, '1']);
    facts.set(JSON.stringify(['annotations', 'nothing', 'note', 2]), [0, '2']);
    for (const device of devices) device.receive(`article ${ARTICLE}`, Y.encodeStateAsUpdate(evil));
    settle(devices);
    expect(devices[0].conflicts.filter(({ id }) => id === ID)).toEqual([]);
    expect(only(devices[0]).color).toBe('yellow');
  });
});

import { describe, expect, it } from 'vitest';
import { hostsIn, isAmong } from '../../src/core/settings';

describe('the sites a reader names', () => {
  it.each([
    ['thediplomat.com', ['thediplomat.com']],
    ['https://www.TheDiplomat.com/2025/05/a-slug/?utm=x', ['thediplomat.com']],
    ['example.org, thediplomat.com\nexample.org', ['example.org', 'thediplomat.com']],
    ['  ', []],
    ['not a site; ../x', []],
    ['münchen.example', ['xn--mnchen-3ya.example']],
  ])('are read from %j', (typed, hosts) => {
    expect(hostsIn(typed)).toEqual(hosts);
  });

  it('mean themselves and their parts, and no other that looks alike', () => {
    expect(isAmong(['thediplomat.com'], 'www.thediplomat.com')).toBe(true);
    expect(isAmong(['thediplomat.com'], 'thediplomat.com')).toBe(true);
    expect(isAmong(['thediplomat.com'], 'notthediplomat.com')).toBe(false);
    expect(isAmong(['www.thediplomat.com'], 'thediplomat.com')).toBe(false);
  });
});

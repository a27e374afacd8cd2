import { describe, expect, it } from 'vitest';
import { parseArticleAddress } from '../../src/core/address';

const KEY = '2025/07/why-vietnam-will-not-balance-against-china';

describe('an article has one key under every address in circulation', () => {
  it.each([
    'https://thediplomat.com/2025/07/why-vietnam-will-not-balance-against-china/',
    'https://thediplomat.com/2025/07/why-vietnam-will-not-balance-against-china',
    'http://thediplomat.com/2025/07/why-vietnam-will-not-balance-against-china/',
    'https://www.thediplomat.com/2025/07/why-vietnam-will-not-balance-against-china/?utm_source=x&allpages=yes',
    'https://thediplomat.com/2025/07/why-vietnam-will-not-balance-against-china/#comments',
    'https://THEDIPLOMAT.com/2025/07/Why-Vietnam-Will-Not-Balance-Against-China/',
  ])('%s', (address) => {
    expect(parseArticleAddress(address)).toEqual({ key: KEY, url: `https://thediplomat.com/${KEY}/` });
  });

  it('slugs with escapes compare decoded', () => {
    const upper = parseArticleAddress('https://thediplomat.com/2020/01/caf%C3%A9-politics/');
    expect(upper?.key).toBe('2020/01/café-politics');
    expect(upper && parseArticleAddress(upper.url)).toEqual(upper);
  });
});

describe('what is no article has no key', () => {
  it.each([
    'https://thediplomat.com/',
    'https://thediplomat.com/2025/07/',
    'https://thediplomat.com/2021/04/page/18',
    'https://thediplomat.com/2021/04/page/',
    'https://thediplomat.com/2021/04/12/',
    'https://thediplomat.com/2021/04/slug/feed/',
    'https://thediplomat.com/2021/13/slug/',
    'https://thediplomat.com/1999/01/slug/',
    'https://thediplomat.com/category/asean-beat/',
    'https://magazine.thediplomat.com/2025/07/slug',
    'https://thediplomat.com.evil.test/2025/07/slug/',
    'https://evilthediplomat.com/2025/07/slug/',
    'https://thediplomat.com:8443/2025/07/slug/',
    'https://user@thediplomat.com/2025/07/slug/',
    'ftp://thediplomat.com/2025/07/slug/',
    'https://thediplomat.com/2025/07/%E0%A4%A/',
    'about:blank',
    '',
  ])('%s', (address) => {
    expect(parseArticleAddress(address)).toBeNull();
  });
});

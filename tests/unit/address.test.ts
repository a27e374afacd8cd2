import { describe, expect, it } from 'vitest';
import { isArticleKey, LONGEST_KEY, parseArticleAddress, parsePageAddress, urlOf } from '../../src/core/address';

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

describe('any page of the web has one key, from which its address comes back', () => {
  it.each([
    ['https://news.example/a/?utm_source=x&id=7&fbclid=y#top', 'https://news.example/a/?id=7'],
    ['https://news.example/a?b=%20+c', 'https://news.example/a?b=%20+c'],
    ['https://me:secret@news.example:8443/A', 'https://news.example:8443/A'],
    ['http://news.example/app#/story/3', 'http://news.example/app#/story/3'],
    ['https://THEDIPLOMAT.com/2025/07/Slug?x', '2025/07/slug'],
  ])('%s', (address, key) => {
    const page = parsePageAddress(address);
    expect(page?.key).toBe(key);
    expect(page && urlOf(page.key)).toBe(page?.url);
    expect(page && parsePageAddress(page.url)).toEqual(page);
    expect(isArticleKey(key)).toBe(key.startsWith('2025'));
  });

  it.each([
    'https://thediplomat.com/',
    'https://www.thediplomat.com/category/asean-beat/',
    'about:blank',
    'chrome://extensions/',
    'file:///home/somebody/paper.html',
    `https://news.example/?${'x'.repeat(LONGEST_KEY)}`,
    '',
  ])('and none is %s', (address) => {
    expect(parsePageAddress(address)).toBeNull();
  });
});

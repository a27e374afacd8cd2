import { expect, it, vi } from 'vitest';
import type { Annotation } from '../../src/core/annotation';

// The polyfill refuses to load outside an extension; the link needs nothing of it.
vi.mock('webextension-polyfill', () => ({ default: {} }));
const { linkTo } = await import('../../src/this-article/way-back');

const annotation = (exact: string): Annotation => ({
  id: '1',
  articleKey: '2020/01/café-politics',
  target: { kind: 'words', quote: { exact, prefix: '', suffix: '' } },
  color: 'yellow',
  note: '',
  tags: [],
  created: 0,
  updated: 0,
  deleted: null,
});

it('links to the words with a text fragment, long ones by their ends', () => {
  expect(linkTo(annotation('a well-kept, old ledger'))).toBe(
    'https://thediplomat.com/2020/01/caf%C3%A9-politics/#:~:text=a%20well%2Dkept%2C%20old%20ledger',
  );
  expect(linkTo(annotation('one two three four five six seven eight nine ten eleven'))).toMatch(
    /#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven$/,
  );
});

it('links to words on pages of other sites by their own address', () => {
  const on = (articleKey: string) => linkTo({ ...annotation('a ledger'), articleKey });
  expect(on('https://news.example/a?id=7')).toBe('https://news.example/a?id=7#:~:text=a%20ledger');
  expect(on('https://news.example/app#/story')).toBe('https://news.example/app#/story:~:text=a%20ledger');
});

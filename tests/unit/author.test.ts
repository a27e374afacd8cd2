import { expect, it } from 'vitest';
import { authorIn } from '../../src/content-script/json-ld-author';

const ld = (data: unknown) => authorIn(JSON.stringify(data));

it.each([
  ['a person', { '@type': 'NewsArticle', author: { '@type': 'Person', name: 'Trần Thị Hạnh' } }, 'Trần Thị Hạnh'],
  [
    'several',
    { '@type': 'NewsArticle', author: [{ name: 'One Name' }, { name: 'Other Name' }] },
    'One Name, Other Name',
  ],
  ['the same twice', { '@type': 'Article', author: ['One Name', { name: ' One  Name ' }] }, 'One Name'],
  ['a name alone', { '@type': ['Thing', 'OpinionNewsArticle'], author: 'One Name' }, 'One Name'],
  [
    'in a list, behind another',
    [
      { '@type': 'Organization', name: 'The Site' },
      { '@type': 'BlogPosting', author: 'One' },
    ],
    'One',
  ],
  [
    'in a graph',
    {
      '@graph': [
        { '@type': 'WebPage', author: 'No' },
        { '@type': 'NewsArticle', author: 'One' },
      ],
    },
    'One',
  ],
  ['the publisher alone', { '@type': 'Organization', name: 'The Site' }, ''],
  ['an address', { '@type': 'NewsArticle', author: 'https://example.org/authors/one' }, ''],
  ['nobody', { '@type': 'NewsArticle', author: null }, ''],
])('reads who wrote an article from its metadata: %s', (_, data, author) => expect(ld(data)).toBe(author));

it('reads nothing from what is no JSON, or too much of it', () => {
  expect(authorIn('{"@type":')).toBe('');
  expect(ld({ '@type': 'NewsArticle', author: 'One', text: 'x'.repeat(300_000) })).toBe('');
});

import { expect, test } from 'vitest';
import { replicaOf } from '../../scripts/site/replica';
import { resolveAll } from '../../src/anchoring/resolve';
import { indexText } from '../../src/anchoring/text-index';
import { verbatimIn } from '../../src/anchoring/verbatim';
import { readClaimDatabase } from '../../src/claims/vite-plugin';

const TEXT = [
  'The ferry “Nguyễn Trãi” left the pier at six. It carried forty sacks of rice and a piano.',
  'Nobody had asked for the piano. The ferry left again at nine, with the piano still aboard.',
].join('\n');

const wordsOf = (text: string, quote: Parameters<ReturnType<typeof verbatimIn>>[0]): string | null => {
  const span = verbatimIn(text)(quote);
  return span && text.slice(span.start, span.end);
};

test('words in all of their context are found, whatever white space stands between', () => {
  const quote = { prefix: 'a piano. Nobody had asked for ', exact: 'the piano', suffix: '. The ferry left again' };
  expect(wordsOf(TEXT, quote)).toBe('the piano');
  expect(wordsOf(TEXT.replaceAll(' ', '  ').replace('\n', ' \n '), { ...quote, exact: 'the  piano' })).toBe(
    'the  piano',
  );
});

test('it says nothing of words that stand there in another dress, or twice in any', () => {
  const quote = { prefix: 'and a ', exact: 'piano.\nNobody', suffix: ' had asked' };
  expect(wordsOf(TEXT, quote)).toBe('piano.\nNobody');
  expect(wordsOf(TEXT.replace('piano.\nNobody', 'piano – nobody'), quote)).toBeNull();
  expect(wordsOf(`${TEXT}\nAND A PIANO, NOBODY HAD ASKED`, quote)).toBeNull();
  const named = { prefix: 'The ferry “', exact: 'Nguyễn Trãi', suffix: '” left' };
  expect(wordsOf(TEXT, named)).toBe('Nguyễn Trãi');
  expect(wordsOf(`${TEXT.normalize('NFD')}\n“${TEXT}`, named)).toBeNull();
});

test('it says nothing of a part of a word, half a sign, or signs alone', () => {
  expect(wordsOf('He was unmoved by it.', { prefix: '', exact: 'moved by', suffix: '' })).toBeNull();
  expect(wordsOf('He was moved byte by byte.', { prefix: 'was ', exact: 'moved by', suffix: '' })).toBeNull();
  expect(wordsOf('A 🎹 stood there.', { prefix: 'A \ud83c', exact: '\udfb9 stood', suffix: ' there' })).toBeNull();
  expect(wordsOf('It came – late.', { prefix: 'It came ', exact: '–', suffix: ' late' })).toBeNull();
  expect(wordsOf('A cafe\u0301 here', { prefix: 'A ', exact: 'cafe', suffix: '' })).toBeNull();
});

test('of a passage both ends have to be plain, in order, and nearest to each other', () => {
  const excerpt = { prefix: 'The ferry', start: 'left again', end: 'still aboard', suffix: '.' };
  expect(wordsOf(TEXT, excerpt)).toBe('left again at nine, with the piano still aboard');
  expect(wordsOf(TEXT.replace('still aboard', 'ashore'), excerpt)).toBeNull();
  expect(wordsOf(TEXT.replace('left again', '\uFFFC left again\uFFFC'), excerpt)).toBeNull();
  const twice = { prefix: '', start: 'The ferry', end: 'still aboard', suffix: '' };
  expect(wordsOf(TEXT, twice)).toBeNull();
  expect(
    wordsOf(`Still aboard. ${TEXT}`, { prefix: '', start: 'left again', end: 'still aboard', suffix: '' }),
  ).toBeNull();
  const near = { prefix: 'sacks of', start: 'rice', end: 'piano', suffix: 'still aboard' };
  expect(wordsOf('Forty sacks of rice and one piano still aboard.', near)).toBe('rice and one piano');
  expect(wordsOf('Forty sacks of rice, more rice, and one piano still aboard.', near)).toBeNull();
});

test('what it says of our claims is what the index says', () => {
  let plain = 0;
  for (const article of readClaimDatabase().articles) {
    const text = replicaOf(article).paragraphs.join('\n');
    const index = indexText(text);
    const verbatim = verbatimIn(text);
    for (const { excerpt } of article.claims) {
      const span = verbatim(excerpt);
      if (!span) continue;
      plain++;
      expect(resolveAll({ ...index, text: '' }, [excerpt])).toEqual([{ kind: 'found', span }]);
    }
  }
  expect(plain).toBeGreaterThan(20);
});

import { expect, it } from 'vitest';
import { describe } from '../../src/anchoring/describe';
import type { Outcome } from '../../src/anchoring/outcome';
import { resolveAll, resolvingAll } from '../../src/anchoring/resolve';
import { resolvingAgain } from '../../src/anchoring/resolve-again';
import {
  fromPositionSelector,
  fromQuoteSelector,
  toPositionSelector,
  toQuoteSelector,
} from '../../src/anchoring/selectors';
import { atOnce } from '../../src/anchoring/slices';
import type { Quote } from '../../src/core/quote';

const TEXT =
  'The council met in March to hear the plan. It did not vote on the 20 percent levy, since four members were away.\nThe mayor said that the levy would come back in May, when all members of the council could vote.';

const quoteOf = (words: string, text = TEXT): Quote => {
  const start = text.indexOf(words);
  return describe(text, { start, end: start + words.length });
};

function found(text: string, quote: Quote): string | null {
  const [outcome] = resolveAll(text, [quote]);
  return outcome && outcome.kind !== 'missing' ? text.slice(outcome.span.start, outcome.span.end) : null;
}

it('a changed number is told as an edit, and weighs as one', () => {
  const quote = quoteOf('It did not vote on the 20 percent levy, since four members were away.');
  const [outcome] = resolveAll(TEXT.replace('20 percent', '25 percent'), [quote]);
  expect(outcome).toMatchObject({ kind: 'edited', changes: [{ was: '20', now: '25', role: 'number' }] });
});

it('a negation that was taken out is told', () => {
  const [outcome] = resolveAll(TEXT.replace('did not vote', 'did vote'), [
    quoteOf('It did not vote on the 20 percent levy'),
  ]);
  expect(outcome).toMatchObject({ kind: 'edited', changes: [{ was: 'not', now: '', role: 'negation' }] });
});

it('a phrase that stood twice and lost the quoted instance is gone', () => {
  const quote = quoteOf('the council could vote');
  expect(found(TEXT, quote)).toBe('the council could vote');
  const text = 'A park is a place where the council could vote, and so is a hall. The council could vote there too.';
  const first = quoteOf('the council could vote', text);
  expect(found(text.replace(/^.*?hall\. /, ''), first)).toBeNull();
});

it('a sentence that is gone is not found in one like it right behind', () => {
  const one = (what: string) =>
    `In no event shall the keeper answer for a loss that comes from the use of the ${what}, if told.`;
  const text = `You bear the whole risk of all use. ${one('grafts')} ${one('records')}\nThe keeper may publish new terms.`;
  const quote = quoteOf(one('grafts'), text);
  expect(quote.rivals?.unlike[0]).toContainEqual({ at: 17, word: 'records' });
  expect(found(text.replace(`${one('grafts')} `, ''), quote)).toBeNull();
});

it('a sentence that stood once is found where it stands now, though its old neighbours stand together elsewhere', () => {
  const words = 'There is something in this.';
  const before = 'Before the storm the harbour had nine cranes, and a railway line that was never lifted.';
  const after = 'A port without a line is a car park with a view, and a port with a rival is a price war.';
  const quote = quoteOf(words, `${before} ${words} ${after}\nThe vote on it was close, and nobody enjoyed it.`);
  expect(found(`${before} ${after}\n${words} The vote on it was close, and nobody enjoyed it.`, quote)).toBe(words);
});

it('a phrase that stood twice is found in its own sentence, wherever that was moved', () => {
  const own = 'The board can refuse a new tenant.';
  const before = 'Every tenant has a seat, whatever the size of the firm, and the oldest one speaks first.';
  const after = 'Older residents thought that the harbour owed something to those who had loaded ships.';
  const elsewhere = 'The board meets every month, unless there is nothing to be said.';
  const quote = quoteOf('The board', `${before} ${own} ${after}\nThe vote was close.\n${elsewhere}`);
  const moved = `${before} ${after}\nThe vote was close. ${own}\n${elsewhere}`;
  expect(resolveAll(moved, [quote])[0]).toMatchObject({ kind: 'found', span: { start: moved.indexOf(own) } });
  expect(found(`${before} ${after}\nThe vote was close.\n${elsewhere}`, quote)).toBeNull();
});

it('a few words of which one is another are found in a context that is edited too, if it stands in and around their sentence', () => {
  const text =
    'The port shipped two million tonnes of coal in a year, most of it to Rotterdam, Lisbon and Buenos Aires. By the end of the war hardly a collier called there, and the cranes were sold.';
  const edited =
    'The port copper two million lantern basket coal in meadow year, feather of it velvet Rotterdam, Lisbon and Quarry Harvest. Saddle the ribbon walnut the war quarry velvet collier called there, mirror the cranes were sold.';
  const quote = quoteOf('Rotterdam, Lisbon and Buenos', text);
  expect(found(edited, quote)).toBe('Rotterdam, Lisbon and Quarry');
  const lookalike = `${edited.replace(/ Saddle .*/, '')}\nNobody had thought that it would come to that so soon, and with so little noise.`;
  expect(found(lookalike, quote)).toBeNull();
});

it('a place that lost what told it from another is still meant while that other one stands where it stood', () => {
  const say = (what: string, whose: string) =>
    `You pass on a ${what} so that others may use it. You must not ask for a fee for the name of ${whose}.`;
  const own = 'the author, who wrote it down in the register of the orchard';
  const other = 'the tree, from which it was cut on the day that is written in the list';
  const text = `${say('record', own)}\n${say('graft', other)}`;
  const edited = text.replace(own, 'copper lanterns, mirrors and stable canvas, for which a feather was quarried');
  const [outcome] = resolveAll(edited, [quoteOf('fee for the name of', text)]);
  expect(outcome).toMatchObject({ kind: 'found', span: { start: edited.indexOf('fee for the name of') } });
});

it('a replaced beginning of the whole text is known by its sentence', () => {
  const first =
    'The harbour of Selmouth was built for coal, and nobody asked whether it could be used for anything else.';
  const text = `${first} It was full in 1938.`;
  const edited = first.replace('The harbour of Selmouth', 'Quarry lantern at Carrow');
  expect(found(text.replace(first, edited), quoteOf(first, text))).toBe(edited);
});

it('words that are gone are not found in the same ones of their own sentence', () => {
  const text =
    'If it agrees, the harbour will be safer for those who are in it and harder to enter for those who are not.';
  const quote = quoteOf('for those who are', text);
  expect(found(text, quote)).toBe('for those who are');
  expect(found(text.replace('for those who are ', ''), quote)).toBeNull();
});

it('edited words are found by one whole side of their context, and not without any', () => {
  const quote = quoteOf('the levy would come back in May, when all members of the council could vote');
  const edited = 'the levy would come back in June, when all members of the council could vote';
  expect(found(`It did not vote. The mayor said that ${edited}, if the rain stopped.`, quote)).toBe(edited);
  expect(found(`Nobody believed it. ${edited}, if the rain stopped.`, quote)).toBeNull();
});

it('of twin paragraphs the one without other facts is meant, even if it was edited', () => {
  const say = (month: string, share: string, vote: string) =>
    `The board met in ${month} to hear the plan for the quay. It ${vote} on the ${share} percent levy, since four members were away.`;
  const quote = quoteOf(say('March', '20', 'did not vote').split('. ')[1] ?? '', say('March', '20', 'did not vote'));
  const ours = say('March', '20', 'did not decide');
  for (const text of [`${say('June', '35', 'voted')}\n${ours}`, `${ours}\n${say('June', '35', 'voted')}`])
    expect(found(text, quote)).toBe(ours.split('. ')[1]);
});

it('of several quoted sentences those are found that are left, where the others are gone with what stood beside them', () => {
  const gone = 'The council has not decided.';
  const left =
    'If it agrees, the quay will be safer for those who moor there and harder to enter for those who sail past.';
  const text = `Banks do not lend against nine years of rent.\n${gone} ${left} If it refuses, two of the firms may leave for Port Elm within a year.`;
  const now = text.replace(/^.*decided\./s, 'Prices rose again this spring in every port.');
  expect(found(now, quoteOf(`${gone} ${left}`, text))).toBe(left);
});

it('the last of several places with the same words is meant when the others stand where they stood, whatever became of its context', () => {
  const first = 'A fee is owed when the gate opens, as all who moor there agree.';
  const between = Array.from({ length: 40 }, (_, k) => `Page ${k} of the ledger names vessel ${k * 7}.`).join(' ');
  const text = `${first}\n${between}\nNobody asked who pays when the gate opens, though it was said aloud twice.\n${between}`;
  const start = text.lastIndexOf('when the gate opens');
  const quote = describe(text, { start, end: start + 'when the gate opens'.length });
  const last = 'Guests wait outside when the gate opens because of rain.';
  const now = `${first}\n${between}\n${last}`;
  expect(resolveAll(now, [quote])).toMatchObject([
    { kind: 'found', span: { start: now.lastIndexOf('when the gate opens') } },
  ]);
  // Where the other one is gone too, nothing tells which of them is left.
  expect(found(`${between}\n${last}`, quote)).toBeNull();
});

it('a sentence’s first word that is gone is not found at the end of the sentence before', () => {
  const text =
    'The treaty was signed, and no envoy spoke against it. It is also worth noting that the account leaves out the remarks.';
  const quote = quoteOf('It is also worth noting that the account leaves out the remarks.', text);
  expect(found(text.replace('it. It is', 'it. is'), quote)).toBe(
    'is also worth noting that the account leaves out the remarks.',
  );
});

it('words torn apart by a sentence, with another number in them, are not found', () => {
  const text =
    'The motion was put to the vote and was carried by 14 votes to 4. The clerk was asked to write to all parties concerned.';
  const quote = quoteOf('was carried by 14 votes to 4. The clerk was asked to', text);
  const between = (to: string) =>
    text.replace('to 4. The', `to ${to}. Mr. Okafor asked whether the grant could wait until next year. The`);
  expect(found(between('4'), quote)).toContain('14 votes to 4. Mr. Okafor');
  expect(found(between('1'), quote)).toBeNull();
  // A box in a paragraph of its own tears nothing.
  expect(
    found(text.replace('to 4. The', 'to 1.\nRead more about this story in our weekly newsletter, free.\nThe'), quote),
  ).not.toBeNull();
});

it('quoted words are found where the words before them end in the same ones', () => {
  const text =
    'The rent is fixed for each lease, whatever the size of the firm. The board meets on the first Monday of every month. The board can refuse a new tenant, and it has done so four times. Some say the board is slow, and others that the board is fair.';
  const start = text.indexOf('The board can');
  const quote = describe(text, { start, end: start + 'The board'.length });
  const now = text.replace('The board meets on the first Monday of every month. ', '');
  expect(resolveAll(now, [quote])).toMatchObject([{ kind: 'found', span: { start: now.indexOf('The board can') } }]);
});

it('where a quote\u2019s first word is another one, its sentence\u2019s beginning tells where it is', () => {
  const text =
    'The boats came late that year. It would be a mistake to draw a lesson from one harbour. Still, many do.';
  const quote = quoteOf('It would be a mistake to draw a lesson from one harbour.', text);
  const now = 'They all came to hear it. Surely would be a mistake to draw a lesson from one harbour. Still, many do.';
  expect(found(now, quote)).toBe('Surely would be a mistake to draw a lesson from one harbour.');
});

it('where nobody can say which words the outer ones became, nothing is found', () => {
  const text = 'Banks, as they point out, do not lend against nine years, and the council has not decided yet.';
  const quote = quoteOf('point out, do not', text);
  expect(found(text.replace('they point', 'puzzle'), quote)).toBeNull();
  expect(found(text.replace('point', 'puzzle'), quote)).toBe('puzzle out, do not');
});

it('half a sign is quoted as the whole one, and never found by halves', () => {
  const text = '\u{10000} and \u{10000} the end';
  const quote = describe(text, { start: 1, end: 8 });
  expect(quote.exact).toBe('\u{10000} and \u{10000}');
  expect(found(text, quote)).toBe('\u{10000} and \u{10000}');
  const halves = { exact: '\udc00 \u02b0 \ud800', prefix: '\ud800', suffix: '\udc00 the end' };
  expect(found('\u{10000} \u02b0 \u{10000} the end', halves)).toBe('\u{10000} \u02b0 \u{10000}');
});

it('the sign between the article and its boxes is quoted by nobody', () => {
  const text = 'The river rose in May.\n\uFFFC\nPhoto: the river in spring';
  const start = text.indexOf('\uFFFC');
  expect(found(text, describe(text, { start, end: start + 1 }))).toBeNull();
  expect(found(text, describe(text, { start, end: start + 7 }))).toBe('Photo');
  expect(found(text, describe(text, { start: 18, end: start + 7 }))).toBeNull();
});

it('words of a Quote stored long ago, without what it knows of rivals, are found', () => {
  const { exact, prefix, suffix } = quoteOf('the levy would come back in May');
  expect(found(TEXT, { exact, prefix, suffix })).toBe('the levy would come back in May');
  expect(found(TEXT, { exact, prefix: prefix.trim(), suffix: suffix.trim() })).toBe('the levy would come back in May');
});

it('marks that are quoted are found in another dress, and none that is not', () => {
  const text = 'She wrote: “It rains… a lot” – and left.';
  const quote = quoteOf('“It rains… a lot”', text);
  const now = 'She wrote: "It rains... a lot" - and left.';
  expect(found(now, quote)).toBe('"It rains... a lot"');
  expect(found(now, quoteOf('It rains… a lot', text))).toBe('It rains... a lot');
});

it('what is not shown is missing because it is hidden', () => {
  const quote = quoteOf('The mayor said that the levy would come back');
  const shown = TEXT.split('\n')[0] ?? '';
  expect(resolveAll(shown, [quote], () => TEXT)).toEqual([{ kind: 'missing', reason: 'hidden' }]);
});

const NOTHING = { text: '', outcomes: new Map() };
const never = (): never => {
  throw new Error('Nothing was to be looked for.');
};

it('after a change only what it touched is looked for again, and an unchanged text costs nothing', () => {
  const wanted = [
    quoteOf('The council met in March'),
    quoteOf('the 20 percent levy'),
    quoteOf('all members of the council'),
  ];
  const before = atOnce(resolvingAgain(NOTHING, TEXT, wanted, resolvingAll));
  expect([...before.outcomes.values()]).toEqual(resolveAll(TEXT, wanted));
  expect(atOnce(resolvingAgain(before, TEXT, wanted, never))).toEqual(before);
  const text = TEXT.replace('the 20 percent levy', 'the whole of the 30 percent levy');
  const after = atOnce(resolvingAgain(before, text, wanted, resolvingAll));
  expect(wanted.map((one) => after.outcomes.get(one))).toEqual(resolveAll(text, wanted));
  expect(after.outcomes.get(wanted[0] as Quote)).toBe(before.outcomes.get(wanted[0] as Quote));
});

it('what stood outside the changed part is not looked for again, and moves with the text', () => {
  const wanted = [quoteOf('The council met in March'), quoteOf('all members of the council')];
  // Spans that no search would give: whoever looks again loses them.
  const kept = [
    { kind: 'found', span: { start: 2, end: 9 } },
    { kind: 'found', span: { start: TEXT.length - 9, end: TEXT.length - 2 } },
  ] as const;
  const text = TEXT.replace('the 20 percent levy', 'that levy');
  const outcomes = new Map(wanted.map((one, k) => [one, kept[k] as Outcome]));
  const after = atOnce(resolvingAgain({ text: TEXT, outcomes }, text, wanted, never));
  const shift = text.length - TEXT.length;
  const { start, end } = kept[1].span;
  expect([...after.outcomes.values()]).toEqual([
    kept[0],
    { kind: 'found', span: { start: start + shift, end: end + shift } },
  ]);
});

it('what was lost is found when its words come back, and lost again when they go', () => {
  const wanted = [quoteOf('the 20 percent levy, since four members were away')];
  const without = TEXT.replace(/ It did not vote.*?away\./, '');
  const before = atOnce(resolvingAgain(NOTHING, TEXT, wanted, resolvingAll));
  const gone = atOnce(resolvingAgain(before, without, wanted, resolvingAll));
  expect([...gone.outcomes.values()]).toEqual([{ kind: 'missing', reason: 'gone' }]);
  const back = atOnce(resolvingAgain(gone, TEXT, wanted, resolvingAll));
  expect(back.outcomes).toEqual(before.outcomes);
});

it('without the engine what stands letter for letter is found, and nothing is said of the rest', () => {
  const wanted = [quoteOf('the 20 percent levy'), { prefix: '', exact: 'The council met in March', suffix: '' }];
  const text = TEXT.replace('20 percent', '30 percent');
  const first = atOnce(resolvingAgain(NOTHING, text, wanted, null));
  expect([...first.outcomes.keys()]).toEqual([wanted[1]]);
  const then = atOnce(resolvingAgain(first, text, wanted, resolvingAll));
  expect(wanted.map((one) => then.outcomes.get(one))).toEqual(resolveAll(text, wanted));
});

it('W3C selectors convert in both directions', () => {
  const quote = quoteOf('hear the plan');
  const selector = toQuoteSelector(quote);
  expect(selector).toEqual({
    type: 'TextQuoteSelector',
    exact: quote.exact,
    prefix: quote.prefix,
    suffix: quote.suffix,
  });
  expect(toQuoteSelector(fromQuoteSelector(selector))).toEqual(selector);
  const text = 'Two 😀😀 faces, then words';
  const span = { start: text.indexOf('words'), end: text.length };
  const position = toPositionSelector(text, span);
  expect(position.start).toBe(span.start - 2);
  expect(fromPositionSelector(text, position)).toEqual(span);
  expect(fromPositionSelector(text, { ...position, end: 99 })).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { findTerms } from '../../src/content-script/find-terms';
import type { GlossaryEntry } from '../../src/core/claim';

const entry = (term: string, ...forms: string[]): GlossaryEntry => ({
  term,
  forms: forms.length > 0 ? forms : [term],
  definition: 'A definition.',
  citations: [],
});
/** The words found, with the term each stands for. */
const found = (text: string, ...glossary: GlossaryEntry[]) =>
  findTerms(text, glossary).map(({ entry, span }) => [text.slice(span.start, span.end), entry.term]);

describe('the terms of a glossary', () => {
  it('are found as whole words, whatever their case', () => {
    const hedging = entry('hedging');
    expect(found('Hedging is a mixed strategy.', hedging)).toEqual([['Hedging', 'hedging']]);
    expect(found('A hedging’s end, (hedging), “hedging”.', hedging)).toEqual([['hedging', 'hedging']]);
    expect(found('overhedging, hedgings, re-hedging, hedging-like, hédging, hedging2', hedging)).toEqual([]);
  });

  it('are found across any space of a line, and never across paragraphs', () => {
    const csp = entry('comprehensive strategic partnership');
    expect(found('a comprehensive\u00a0strategic  partnership', csp)).toEqual([
      ['comprehensive\u00a0strategic  partnership', 'comprehensive strategic partnership'],
    ]);
    expect(found('a comprehensive\nstrategic partnership', csp)).toEqual([]);
  });

  it('are marked once in a paragraph, under whichever of their forms comes first', () => {
    const nos = entry('Three Nos / Four Nos', 'Three Nos', 'Four Nos');
    expect(found('The Four Nos were the Three Nos.\nThe three nos again.', nos)).toEqual([
      ['Four Nos', 'Three Nos / Four Nos'],
      ['three nos', 'Three Nos / Four Nos'],
    ]);
  });

  it('that are a part of a longer one leave it the words', () => {
    const strategy = entry('strategy');
    const bleeding = entry('bleeding strategy');
    expect(found('The bleeding strategy is a strategy.', strategy, bleeding)).toEqual([
      ['bleeding strategy', 'bleeding strategy'],
      ['strategy', 'strategy'],
    ]);
  });

  it('mean what they say: a sign of a pattern in them is a sign', () => {
    expect(found('C.P. and CXPX', entry('C.P'))).toEqual([['C.P', 'C.P']]);
    expect(found('one (and two) three', entry('one (and two)'))).toEqual([['one (and two)', 'one (and two)']]);
    expect(found('anything at all')).toEqual([]);
  });
});

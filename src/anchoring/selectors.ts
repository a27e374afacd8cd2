import type { Quote, Span } from '../core/quote';

/** https://www.w3.org/TR/annotation-model/#text-quote-selector */
export interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
}

/** https://www.w3.org/TR/annotation-model/#text-position-selector: offsets count Unicode code points, `end` exclusive. */
export interface TextPositionSelector {
  type: 'TextPositionSelector';
  start: number;
  end: number;
}

/** A Quote as others store it: what it knows of its rivals stays here. */
export function toQuoteSelector({ exact, prefix, suffix }: Quote): TextQuoteSelector {
  return { type: 'TextQuoteSelector', exact, prefix, suffix };
}

/** A Quote that others stored: it knows no rivals, so it is found only where it is telling or its context stands. */
export function fromQuoteSelector({ exact, prefix, suffix }: TextQuoteSelector): Quote {
  return { exact, prefix: prefix ?? '', suffix: suffix ?? '' };
}

/** A Span of a text as others count it. */
export function toPositionSelector(text: string, span: Span): TextPositionSelector {
  const start = codePoints(text.slice(0, span.start));
  return { type: 'TextPositionSelector', start, end: start + codePoints(text.slice(span.start, span.end)) };
}

/** The Span of a text that others counted; `null` where the text ends before. */
export function fromPositionSelector(text: string, selector: TextPositionSelector): Span | null {
  const start = unitsIn(text, selector.start);
  const end = unitsIn(text, selector.end);
  return start === null || end === null || start >= end ? null : { start, end };
}

const codePoints = (text: string): number => Array.from(text).length;

/** The length, in UTF-16 code units, of so many code points; `null` where there are fewer. */
function unitsIn(text: string, points: number): number | null {
  let units = 0;
  for (let left = points; left > 0; left--) {
    const code = text.codePointAt(units);
    if (code === undefined) return null;
    units += code > 0xffff ? 2 : 1;
  }
  return units;
}

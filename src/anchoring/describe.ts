import type { Quote, Span } from '../core/quote';

/** Characters of context kept on either side: enough to tell apart places that share a whole sentence. */
const CONTEXT = 64;

/** The Quote that leads back to a Span of a text. */
export function describe(text: string, span: Span): Quote {
  const collapse = (piece: string) => piece.replace(/\s+/gu, ' ');
  return {
    exact: collapse(text.slice(span.start, span.end)),
    prefix: collapse(text.slice(Math.max(0, span.start - CONTEXT), span.start)).trimStart(),
    suffix: collapse(text.slice(span.end, span.end + CONTEXT)).trimEnd(),
  };
}

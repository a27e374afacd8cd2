import { describe } from '../../src/anchoring/describe';
import type { Outcome } from '../../src/anchoring/outcome';
import { resolveAll } from '../../src/anchoring/resolve';
import { indexText } from '../../src/anchoring/text-index';
import type { Quote, Span } from '../../src/core/quote';
import type { Family } from './families/family';
import { type Page, type Rendered, render, savedPage } from './page';
import { type Target, targetsIn } from './quotes';
import { seeded } from './random';
import type { Sample } from './texts';
import { type Truth, truthOf } from './truth';

/** What one family of changes came to. */
export interface Score {
  /** Quotes whose words are there, by the rule of evidence: found at exactly them, at others, or not. */
  right: number;
  wrong: number;
  missed: number;
  /** Quotes whose words are gone: rightly not found, or found. */
  gone: number;
  attached: number;
  /** Not to be decided by the rule of evidence, and silent; torn apart, and anything but wrong. */
  silent: number;
  torn: number;
  failures: string[];
}

export const newScore = (): Score => ({
  right: 0,
  wrong: 0,
  missed: 0,
  gone: 0,
  attached: 0,
  silent: 0,
  torn: 0,
  failures: [],
});

/** Changes one text in one family's way and adds up what becomes of its quotes. */
export function measure(sample: Sample, family: Family, seed: number, score: Score): void {
  const random = seeded(seed * 104729 + family.name.length);
  const { targets, quotes, saved, text } = savedWith(sample, seed);
  const whole = family.whole ? family.change(saved, random, targets[0] as Target) : null;
  const wholePage = whole && render(whole);
  const wholeIndex = wholePage && indexText(wholePage.text);
  for (const [k, target] of targets.entries()) {
    const words = text.slice(target.start, target.end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    if (family.only && !family.only(target, words)) continue;
    const start = family.before ? family.before(saved, random, target) : saved;
    if (!start) continue;
    const quote = family.before ? describeIn(render(start), target) : quotes[k];
    const page: Page | null = whole ?? family.change(start, random, target);
    if (!page || !quote) continue;
    const rendered = wholePage ?? render(page);
    const truth = truthOf(rendered, text, target, family.gone === true);
    const [outcome] = resolveAll(wholeIndex ?? rendered.text, [quote]);
    if (outcome)
      count(score, {
        quote,
        truth,
        outcome,
        rendered,
        where: `${sample.name}, ${family.name}, ${seed}, ${target.kind}`,
      });
  }
}

interface Saved {
  text: string;
  saved: Page;
  targets: Target[];
  quotes: Quote[];
}

const known = new Map<string, Saved>();

/** A text as it was when its quotes were saved. */
function savedWith(sample: Sample, seed: number): Saved {
  const key = `${sample.name} ${seed}`;
  const made = known.get(key);
  if (made) return made;
  const text = sample.paragraphs.join('\n');
  const targets = targetsIn(sample.paragraphs, seeded(seed * 7919 + 17));
  const index = indexText(text);
  const one = {
    text,
    saved: savedPage(sample.paragraphs),
    targets,
    quotes: targets.map((target) => describe(index, target)),
  };
  known.set(key, one);
  return one;
}

/** The Quote of a target on a page that was changed before it was saved. */
function describeIn(page: Rendered, target: Span): Quote | null {
  const start = page.ids.indexOf(target.start);
  const end = page.ids.indexOf(target.end - 1) + 1;
  return start >= 0 && end - start === target.end - target.start ? describe(page.text, { start, end }) : null;
}

interface Case {
  quote: Quote;
  truth: Truth;
  outcome: Outcome;
  rendered: Rendered;
  where: string;
}

function count(score: Score, one: Case): void {
  const { truth, outcome, rendered } = one;
  const span = outcome.kind === 'missing' ? null : outcome.span;
  if (truth.kind === 'gone') {
    if (span) score.failures.push(report('ATTACHED', one));
    score[span ? 'attached' : 'gone']++;
    return;
  }
  if (truth.kind === 'torn') {
    const isWrong = span && !overlaps(span, truth.span);
    if (isWrong) score.failures.push(report('WRONG (torn)', one));
    score[isWrong ? 'wrong' : 'torn']++;
    return;
  }
  if (!span) {
    if (truth.kind === 'there') score.failures.push(report('MISSED', one));
    score[truth.kind === 'there' ? 'missed' : 'silent']++;
    return;
  }
  const isRight = same(rendered.text, span, truth.span);
  if (!isRight) score.failures.push(report(overlaps(span, truth.span) ? 'EDGE' : 'WRONG', one));
  score[isRight ? 'right' : 'wrong']++;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const INVISIBLE = /^[\s\u00AD\u200B-\u200D\u2060\uFEFF]*$/;

/** Equal but for white space and invisible signs at the edges. */
function same(text: string, a: Span, b: Span): boolean {
  const between = (from: number, to: number) => text.slice(Math.min(from, to), Math.max(from, to));
  return INVISIBLE.test(between(a.start, b.start)) && INVISIBLE.test(between(a.end, b.end));
}

function report(what: string, { quote, truth, outcome, rendered, where }: Case): string {
  const at = (span: Span) =>
    `${rendered.text.slice(Math.max(0, span.start - 30), span.start)}[[${rendered.text.slice(span.start, span.end)}]]${rendered.text.slice(span.end, span.end + 30)}`;
  const answer = outcome.kind === 'missing' ? `(${outcome.reason})` : at(outcome.span);
  return [
    `${what}: ${where}`,
    `  quote:  ${quote.prefix.slice(-60)}[[${quote.exact}]]${quote.suffix.slice(0, 60)} rivals ${JSON.stringify(quote.rivals)}`,
    `  truth:  ${truth.kind === 'gone' ? '(gone)' : at(truth.span)}`,
    `  answer: ${answer}`,
  ].join('\n');
}

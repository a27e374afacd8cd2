import { letterOf } from './letters';
import { type Tokens, wordHash } from './tokens';

/** What a word is to a statement. Another number, another name, or a "not" make it another statement. */
export type WordRole = 'number' | 'negation' | 'name' | 'word';

const negations = new Set<number>();

/** The role of a word, told by its looks: digits; a negation; a capital letter that no sentence's beginning explains. */
export function roleOf(tokens: Tokens, at: number): WordRole {
  const start = tokens.start[at] as number;
  const code = tokens.text.charCodeAt(start);
  if (code >= 48 && code <= 57) return 'number';
  if (negations.size === 0) {
    for (const word of ['not', 'no', 'never', 'neither', 'nor', 'none', 'without', 'cannot', 'nobody', 'nothing']) {
      negations.add(wordHash(word));
    }
  }
  if (negations.has(tokens.hash[at] as number)) return 'negation';
  if (code === 0x74 && tokens.size[at] === 1 && endsInN(tokens, at - 1)) return 'negation';
  if (letterOf(code) !== code && code >= 0x41 && !endsSentence(tokens, at) && isCapital(tokens.text, start))
    return 'name';
  return 'word';
}

/** How much more a word of that role weighs when places are told apart. */
export function importanceOf(tokens: Tokens, at: number): number {
  const role = roleOf(tokens, at);
  return role === 'word' ? 1 : role === 'name' ? 1.3 : 1.8;
}

/** "don't", "isn't": the word before the apostrophe ends in n. */
function endsInN(tokens: Tokens, at: number): boolean {
  return at >= 0 && tokens.text.charCodeAt((tokens.end[at] as number) - 1) === 0x6e;
}

function isCapital(text: string, at: number): boolean {
  const sign = text.charAt(at);
  return sign !== sign.toLowerCase();
}

/** Whether a paragraph ends between a word and the one before it. */
export function endsParagraph(tokens: Tokens, at: number): boolean {
  const from = at > 0 ? (tokens.end[at - 1] as number) : 0;
  const to = at < tokens.count ? (tokens.start[at] as number) : tokens.text.length;
  for (let k = from; k < to; k++) if (tokens.text.charCodeAt(k) === 0x0a) return true;
  return false;
}

/** Whether the dot after a word is no sentence's end: after a capital or two letters ("U.S.", "Ms."), or a paragraph's number. */
function isShortened(tokens: Tokens, at: number): boolean {
  if (at < 0 || (tokens.size[at] as number) > 2) return false;
  const start = tokens.start[at] as number;
  const code = tokens.text.charCodeAt(start);
  return code >= 48 && code <= 57 ? endsParagraph(tokens, at) : isCapital(tokens.text, start);
}

/** Whether a sentence ends between a word and the one before it; before the first word of all, one begins. */
export function endsSentence(tokens: Tokens, at: number): boolean {
  if (at === 0) return true;
  const from = tokens.end[at - 1] as number;
  const to = at < tokens.count ? (tokens.start[at] as number) : tokens.text.length;
  for (let k = from; k < to; k++) {
    const code = tokens.text.charCodeAt(k);
    if (code === 0x0a) return true;
    if (code !== 0x2e && code !== 0x21 && code !== 0x3f) continue;
    if (code === 0x2e && isShortened(tokens, at - 1)) continue;
    if (to - k > 1 || at === tokens.count) return true;
  }
  return false;
}

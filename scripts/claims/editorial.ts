import type { Opened, Path } from '../../src/claims/read-claim-file';
import type { ArticleFile } from '../../src/claims/schema';

/** What a schema cannot see: how the texts are written. */
export interface Editorial {
  /** What has to be changed, a line each: `file:line: reason`. */
  faults: string[];
  /** What an editor should look at. */
  remarks: string[];
}

/** Words that judge instead of showing, and what to write instead. */
const WORDING: [RegExp, string][] = [
  [/\bfals(e|ely|ehoods?)\b|\bwrong(ly)?\b|\buntrue\b/i, 'say what speaks against it'],
  [/\bdebunk\w*|\brefut(e|es|ed|ation)\b.{0,20}\bonce and for all\b/i, 'say what the evidence shows'],
  [/\bbias(ed|es)?\b|\bpropaganda\b/i, 'say what is left out'],
  [/\bmyths?\b|\bnonsense\b|\babsurd\w*|\bridiculous\w*|\bnaive\w*|\bdishonest\w*/i, 'say why it does not hold'],
  [/\bobvious(ly)?\b|\bof course\b|\bclearly\b|\bundoubtedly\b|\beverybody knows\b/i, 'leave it out'],
  [/\bso-called\b|\bclaims to be\b/i, 'leave it out'],
];

/** Words in a row within quotation marks: more is a quotation of somebody's sentence. */
const LONGEST_QUOTATION = 12;
/** Words of a sentence beyond which it is read twice. */
const LONGEST_SENTENCE = 45;
/** School years (Flesch and Kincaid) that the texts may ask for: a serious newspaper asks for 14 to 16. */
const HARDEST = 17;

/** Reads every text of a claim file as an editor would. */
export function editorialOf(file: Opened<ArticleFile>): Editorial {
  const faults: string[] = [];
  const remarks: string[] = [];
  const all = [...textsOf(file.content)];
  for (const { path, text } of all) {
    const at = file.at(path);
    for (const [words, instead] of WORDING) {
      const found = words.exec(text)?.[0];
      if (found) faults.push(`${at}: “${found}” judges: ${instead}`);
    }
    for (const [quotation] of text.matchAll(/“[^”]+”|"[^"]+"/g)) {
      const count = wordsOf(quotation).length;
      if (count > LONGEST_QUOTATION) faults.push(`${at}: a quotation of ${count} words; ${LONGEST_QUOTATION} at most`);
    }
    for (const sentence of sentencesOf(text)) {
      const count = wordsOf(sentence).length;
      if (count > LONGEST_SENTENCE) remarks.push(`${at}: a sentence of ${count} words`);
    }
  }
  for (const [i, claim] of file.content.claims.entries()) {
    if (claim.support.length === 0) remarks.push(`${file.at(['claims', i])}: ${claim.id}: nothing speaks for it?`);
    for (const side of ['counterarguments', 'support'] as const) {
      for (const [j, { type, text }] of claim[side].entries()) {
        if (type !== 'later-events' || /\b(19|20)\d\d\b/.test(text)) continue;
        faults.push(`${file.at(['claims', i, side, j, 'text'])}: later events without their year`);
      }
    }
  }
  const grade = gradeOf(all.map(({ text }) => text).join(' '));
  if (grade > HARDEST) {
    remarks.push(`${file.at(['claims'])}: hard to read (school year ${grade.toFixed(1)}; ${HARDEST} at most)`);
  }
  return { faults, remarks };
}

/** Everything in our own words: what stands under these keys. Headlines, names and excerpts are others'. */
const OURS = new Set([
  'summary',
  'label',
  'statement',
  'reason',
  'question',
  'title',
  'text',
  'definition',
  'finding',
  'event',
  'note',
]);

function* textsOf(value: unknown, path: Path = []): Generator<{ path: Path; text: string }> {
  if (typeof value === 'string' && OURS.has(String(path.at(-1)))) yield { path, text: value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield* textsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? [];

/** Flesch and Kincaid's school year of a text (Kincaid et al., 1975, Research Branch Report 8-75). */
function gradeOf(text: string): number {
  const words = wordsOf(text);
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentencesOf(text).length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Groups of vowels, a silent e at the end not counted: near enough over a whole file. */
const syllablesOf = (word: string): number =>
  Math.max(
    1,
    word
      .toLowerCase()
      .replace(/e$/, '')
      .match(/[aeiouy]+/g)?.length ?? 0,
  );

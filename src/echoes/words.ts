import { joinNames, stateOf } from './names';

/** A text as the comparison sees it. */
export interface Words {
  /** Its telling words by their stems, each once, and whether it is denied there. */
  terms: Map<string, { denied: boolean }>;
  /** Terms and states in the order in which they stand. */
  sequence: string[];
  /** The states it names. */
  states: Set<string>;
  /** The numbers in it, as they are written; years among them. */
  numbers: Set<string>;
}

/** Words that tell nothing of what a sentence is about: of every subject, or of none. */
const SILENT = new Set(
  `a about above across after again against ago all almost along already also although always am among an and another any anybody anyone
  anything are aren't around as at away back be became because become becomes been before began begin behind being believe believes below
  between both but by call called came can case cases come comes could country countries course day days did didn't do does doesn't
  doing don't done down during each either else ending enough even ever every everybody everyone everything fact far few find first five for
  found four from full gave get gets give given gives go goes going gone got great had half has hasn't have having he her here hers him his how
  however i if in indeed instead into is isn't it its itself just keep keeps kept knew know known knows large last later latter least left less
  let lets like likely little long longer made make makes making many may me mean means might mine more most mostly mr mrs much must my
  neither never new next no nobody none nor not nothing now of off often old on once one ones only onto or other others ought our ours out over
  own part past people per perhaps place point put puts quite rather really said same saw say says second see seem seems seen set several
  shall she should since six so some somebody something still such take taken takes ten than that the their theirs them then there these they
  thing things think thinks third this those though thought three through thus time times to today together told took toward towards
  turn two under until up upon us use used uses using usual very want wants was wasn't way we well went were weren't what whatever when where
  whereas whether which while who whole whom whose why will with within without won't word words would year years yet you your yours
  state states`.split(/\s+/),
);
/** Words that deny what follows them. */
const DENIALS = new Set(
  'no not never none nobody nothing neither nor cannot without unable refuse refuses refused lacks'.split(' '),
);
/** So many words after a denial are denied. */
const REACH = 4;

/** Reads a text for comparison. */
export function wordsOf(text: string): Words {
  const terms: Words['terms'] = new Map();
  const sequence: string[] = [];
  const states = new Set<string>();
  const numbers = new Set<string>();
  // The state, before case is lost: "us" in small letters is all of us.
  const plain = joinNames(
    text
      .normalize('NFKC')
      .replace(/\bUS\b/g, 'U.S.')
      .replace(/[’‘]/g, "'")
      .toLowerCase(),
  );
  let denied = 0;
  for (const [word] of plain.matchAll(/\d+(?:[.,]\d+)*|\p{L}+(?:'\p{L}+)?|[.;:!?]/gu)) {
    if (/^[.;:!?]$/.test(word)) {
      denied = 0;
    } else if (/^\d/.test(word)) {
      numbers.add(word.replaceAll(',', ''));
      sequence.push(word.replaceAll(',', ''));
      terms.set(word.replaceAll(',', ''), { denied: false });
    } else if (DENIALS.has(word) || word.endsWith("n't")) {
      denied = REACH + 1;
    } else {
      const bare = word.replace(/'s$/, '');
      const state = stateOf(bare);
      if (state) {
        states.add(state);
        sequence.push(state);
      } else if (!SILENT.has(bare)) {
        const stem = stemOf(bare);
        sequence.push(stem);
        // Denied in one place and not in another: it is said of something.
        terms.set(stem, { denied: denied > 0 && terms.get(stem)?.denied !== false });
      }
    }
    if (denied > 0) denied--;
  }
  return { terms, sequence, states, numbers };
}

/** Of the words seen last: few make up most of any text. */
const stems = new Map<string, string>();
/** A worker lives long, and reads many pages. */
const MOST_STEMS = 4000;

/** A word without its inflection, after Porter's first steps: enough to bring the forms of one word together. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= MOST_STEMS) stems.clear();
  const stem = withoutInflection(word);
  stems.set(word, stem);
  return stem;
}

function withoutInflection(word: string): string {
  let stem = word;
  if (stem.length > 4) stem = stem.replace(/ies$/, 'y').replace(/(ss|us)$|s$/, '$1');
  for (const ending of [
    'ation',
    'ition',
    'ments',
    'ment',
    'ness',
    'ally',
    'ity',
    'ing',
    'ion',
    'ers',
    'ed',
    'er',
    'ly',
    'al',
  ]) {
    if (!stem.endsWith(ending) || stem.length - ending.length < 4) continue;
    stem = stem.slice(0, -ending.length);
    break;
  }
  return stem.replace(/([^aeiouls])\1$/, '$1').replace(/[ei]$|(?<=.{3})y$/, '');
}

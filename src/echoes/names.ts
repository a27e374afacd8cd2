/**
 * States and capitals as articles on foreign policy call them, by one name each: a state acts under its own, its people's
 * and its capital's. Lower case; the words of a name with more than one are joined by a space.
 */
const STATES = `
afghanistan afghan afghans kabul
australia australian australians canberra
bangladesh bangladeshi dhaka
bhutan bhutanese thimphu
brazil brazilian brasilia
britain british uk london
brunei bruneian
cambodia cambodian cambodians khmer phnompenh
canada canadian ottawa
china chinese beijing prc sino
cuba cuban havana
eu european brussels
finland finnish helsinki
france french paris
germany german berlin
india indian indians newdelhi delhi
indonesia indonesian indonesians jakarta
iran iranian tehran
israel israeli
japan japanese tokyo
kazakhstan kazakh astana
kyrgyzstan kyrgyz bishkek
laos lao laotian vientiane
malaysia malaysian kualalumpur
maldives maldivian
mexico mexican
mongolia mongolian ulaanbaatar
myanmar burma burmese naypyidaw
nepal nepali nepalese kathmandu
newzealand wellington
northkorea pyongyang dprk
pakistan pakistani islamabad
philippines philippine filipino filipinos manila
poland polish warsaw
russia russian russians moscow soviet soviets ussr sovietunion
singapore singaporean
southkorea korea korean seoul
srilanka srilankan colombo
switzerland swiss
taiwan taiwanese taipei
tajikistan tajik dushanbe
thailand thai bangkok
timorleste dili
turkmenistan ashgabat
ukraine ukrainian kyiv
us america american americans washington unitedstates usa
uzbekistan uzbek tashkent
vietnam vietnamese hanoi`;

const CANON = new Map(
  STATES.trim()
    .split('\n')
    .flatMap((line) => {
      const names = line.split(' ');
      return names.map((name) => [name, names[0] ?? name] as const);
    }),
);

/** Names of several words, and with dots, as one word. */
const JOINED: [RegExp, string][] = [
  [/\bu\.s\.s\.r\.?/g, 'ussr'],
  [/\bu\.s\.(a\.)?|\bunited states( of america)?\b/g, 'unitedstates'],
  [/\bu\.k\.|\bunited kingdom\b/g, 'uk'],
  [/\beuropean union\b|\be\.u\./g, 'eu'],
  [/\bsoviet union\b/g, 'sovietunion'],
  [/\b(north|south) korean?s?\b/g, '$1korea'],
  [/\bnew zealand(ers?)?\b/g, 'newzealand'],
  [/\bsri lankan?s?\b/g, 'srilanka'],
  [/\bphnom penh\b/g, 'phnompenh'],
  [/\bkuala lumpur\b/g, 'kualalumpur'],
  [/\bnew delhi\b/g, 'newdelhi'],
  [/\bkhmer rouge\b/g, 'khmerrouge'],
];

/** Lower-case text with every name in one word. "us" is the pronoun here: who means the state writes US, see `wordsOf`. */
export const joinNames = (text: string): string =>
  JOINED.reduce((joined, [from, to]) => joined.replace(from, to), text);

/** The state that a word names; `null` when it names none. */
export const stateOf = (word: string): string | null => CANON.get(word) ?? null;

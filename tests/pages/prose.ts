/** Our own prose, to fill pages with: plain sentences about a harbor, none of which any article contains. */
const SENTENCES = [
  'The harbor master keeps two ledgers, one for the ships that come and one for those that were expected.',
  'On most mornings the fog is gone before the bakery opens, and nobody writes that down.',
  'A pilot who has retired still walks to the pier at six, as if the tide had asked for him.',
  'The old crane was painted green in the year the school burned, and it has been green since then.',
  'Children count the lanterns along the mole and never agree on the number.',
  'In the archive there is a map on which the island stands half a mile too far to the east.',
  'Two fishermen once raced for a bell that neither of them wanted.',
  'The ferry leaves late on Thursdays because the captain’s daughter sings in the choir.',
  'Nobody remembers who planted the pear trees behind the customs house.',
  'When the dredger came, the water turned the color of tea for a week.',
  'The lamp at the end of the breakwater is mended with parts of three other lamps.',
  'A letter that was posted here in winter arrived on the other shore in June.',
  'The clock in the market hall is right twice a day, and people arrange to meet at those times.',
  'Salt gets into the hinges, into the bread, and at last into the stories.',
  'A surveyor measured the quay three times and wrote down the average.',
  'The warehouse holds rope, tar, a piano, and the flags of a club that no longer meets.',
];

/** Sentence `n` of an endless text that repeats itself only after a long while. */
export function sentence(n: number): string {
  const own = SENTENCES[n % SENTENCES.length] ?? '';
  return n < SENTENCES.length ? own : `${own} It was so in year ${1700 + n} of the ledger.`;
}

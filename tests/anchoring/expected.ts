/** What a family of changes may cost at most, in shares of the quotes that are there, and of those that are gone. */
export interface Expected {
  right: number;
  wrong: number;
  attached: number;
}

const ALMOST_ALL: Expected = { right: 0.995, wrong: 0.002, attached: 0.005 };

/** The goal of the harder families is 0.97; those that reach more may lose no more than chance takes. */
const OTHERS: Record<string, Partial<Expected>> = {
  'edited in and around': { right: 0.99 },
  'edited here and there': { right: 0.992 },
  '20 % edited': { right: 0.99 },
  '35 % edited': { right: 0.99 },
  '50 % edited': { right: 0.985 },
  'edited, one side replaced': { right: 0.98, wrong: 0.003 },
  'moved and edited': { right: 0.99, wrong: 0.003 },
  'a twin beside, edited': { right: 0.985, wrong: 0.005 },
  'everything at once': { right: 0.985, wrong: 0.005 },
  // Short of the goal, as measured, with some room for chance.
  'edited, 40 % of both sides too': { right: 0.975, wrong: 0.004 },
  'sentences reordered': { right: 0.98, wrong: 0.006 },
  'half of the sentences deleted': { right: 0.97, wrong: 0.02, attached: 0.008 },
  'deleted, a lookalike stood elsewhere': { attached: 0.009 },
  'deleted, a lookalike stands elsewhere': { attached: 0.02 },
  'replaced in place': { attached: 0.01 },
  'one of several deleted': { attached: 0.013 },
};

export const expectedOf = (family: string): Expected => ({ ...ALMOST_ALL, ...OTHERS[family] });

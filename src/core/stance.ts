/** What the reader says to a claim. */
export const STANCES = ['agree', 'unsure', 'disagree'] as const;
export type Stance = (typeof STANCES)[number];

/** A stance as it was taken; `null` when the reader took it back. */
export interface StanceTaken {
  stance: Stance | null;
  /** Milliseconds since 1970. */
  time: number;
  /** Before the reader had opened any counterargument of the claim, or after (as is every stance but the first). */
  moment: 'before' | 'after';
}

/** All the reader has said to one claim, and when its counterarguments were first opened. */
export interface ClaimStance {
  claimId: string;
  /** Key of the claim's article in the claim database; with `claimId` the record's key. */
  articleKey: string;
  /** The claim's statement as it stood, kept readable should the claim go. */
  statement: string;
  /** Milliseconds since 1970; `null` while no counterargument has been opened. */
  opened: number | null;
  /** Oldest first. */
  history: StanceTaken[];
}

/** A claim as its stance names it. */
export type StanceClaim = Pick<ClaimStance, 'claimId' | 'articleKey' | 'statement'>;

/** What a history comes to. */
export interface StanceSummary {
  before: Stance | null;
  /** The last stance that stands and was taken after; `null` when there is none. */
  after: Stance | null;
  now: Stance | null;
  /** Whether the reader holds something else now than at first. */
  changed: boolean;
}

/** Milliseconds within which another stance is a slip of the hand put right, and no change of mind. */
const SLIP = 10_000;

/** A claim to which nothing was said yet. */
export const noStance = (claim: StanceClaim): ClaimStance => ({ ...claim, opened: null, history: [] });

/** The stance that stands; `null` when none was taken, or the last was taken back. */
export const stanceNow = (kept: ClaimStance | undefined): Stance | null => kept?.history.at(-1)?.stance ?? null;

/** The record once a stance is taken, or with `null` taken back. Taking what stands already changes nothing. */
export function withStance(kept: ClaimStance, stance: Stance | null, now: number): ClaimStance {
  if (stanceNow(kept) === stance) return kept;
  const last = kept.history.at(-1);
  const unread = kept.opened === null;
  // Taken back before anything was read: as if never said.
  if (stance === null && unread) return { ...kept, history: [] };
  if (last && now - last.time < SLIP && last.time > (kept.opened ?? 0)) {
    return { ...kept, history: [...kept.history.slice(0, -1), { ...last, stance }] };
  }
  const moment = unread && kept.history.length === 0 ? 'before' : 'after';
  return { ...kept, history: [...kept.history, { stance, time: now, moment }] };
}

/** The record once a counterargument of the claim is opened: only the first time counts. */
export const withOpened = (kept: ClaimStance, now: number): ClaimStance =>
  kept.opened === null ? { ...kept, opened: now } : kept;

/** Stance before and after, and whether they differ. */
export function summaryOf({ history }: ClaimStance): StanceSummary {
  const before = history.find(({ moment }) => moment === 'before')?.stance ?? null;
  const last = history.at(-1);
  const after = last?.moment === 'after' ? last.stance : null;
  const first = history.find(({ stance }) => stance !== null)?.stance ?? null;
  const now = last?.stance ?? null;
  return { before, after, now, changed: first !== null && now !== null && first !== now };
}

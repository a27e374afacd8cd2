import type { Annotation } from '../../core/annotation';
import type { ClaimOrigin, Verdict } from '../../core/claim';
import { type ClaimStance, type StanceSummary, summaryOf } from '../../core/stance';
import { knownAmong } from '../../known/lookup';
import { allAnnotations } from '../../store/annotations';
import { allStances } from '../../store/stances';

/** A claim with what the reader has said to it. */
export interface StanceRowData {
  kept: ClaimStance;
  summary: StanceSummary;
  statement: string;
  /** `null` when the claim is no longer in the database. */
  verdict: Verdict | null;
  /** `null` for one of ours, or when the claim is not there. */
  origin: ClaimOrigin | null;
  /** The reader's note on it; `null` when there is none. */
  note: Annotation | null;
}

/** The claims of one article on which the reader has taken a stance, in reading order. */
export interface StanceGroup {
  key: string;
  headline: string;
  url: string | null;
  rows: StanceRowData[];
}

/** Reads every claim with a stance by article, the article spoken of last first. */
export async function readStanceGroups(): Promise<StanceGroup[]> {
  const [stances, annotations] = await Promise.all([allStances(), allAnnotations()]);
  const notes = new Map<string, Annotation>();
  for (const row of annotations) if (row.target.kind === 'claim') notes.set(row.target.claimId, row);
  const keys = [...new Set(stances.sort((a, b) => lastTime(b) - lastTime(a)).map(({ articleKey }) => articleKey))];
  const { claimsOf } = await knownAmong(keys.map((key) => ({ key, headline: '' })));
  return keys.map((key) => {
    const article = claimsOf({ key, headline: '' });
    const place = (id: string) => article?.claims.findIndex((claim) => claim.id === id) ?? -1;
    const rows = stances
      .filter(({ articleKey }) => articleKey === key)
      .sort((a, b) => place(a.claimId) - place(b.claimId))
      .map((kept) => {
        const claim = article?.claims[place(kept.claimId)];
        return {
          kept,
          summary: summaryOf(kept),
          statement: claim?.statement ?? kept.statement,
          verdict: claim?.assessment.verdict ?? null,
          origin: claim?.origin ?? null,
          note: notes.get(kept.claimId) ?? null,
        };
      });
    return { key, headline: article?.headline ?? key, url: article?.url ?? null, rows };
  });
}

const lastTime = ({ history }: ClaimStance): number => history.at(-1)?.time ?? 0;

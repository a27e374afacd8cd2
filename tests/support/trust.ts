import { appendFileSync, mkdirSync } from 'node:fs';

/** Whether everything is tried as often as SECURITY.md says (`npm run test:trust`), or a bounded part of it (`npm test`). */
export const isWhole = process.env.COUNTERPOINT_TRUST === 'whole';

/** How often something is tried. */
export const tries = (whole: number, bounded: number): number => (isWhole ? whole : bounded);

/** Where the whole run leaves its figures, a JSON line each. */
export const FIGURES = 'artifacts/trust.jsonl';

/** What was tried, how often, and how often each thing happened. */
export interface Figures {
  what: string;
  browser: string;
  tried: number;
  [happened: string]: number | string;
}

/** Keeps the figures of a whole run, for docs/trust.md. */
export function report(figures: Figures): void {
  if (!isWhole) return;
  mkdirSync('artifacts', { recursive: true });
  appendFileSync(FIGURES, `${JSON.stringify(figures)}\n`);
}

/** Text of somebody's within a sentence of ours: kept apart, whichever way either is written (Unicode's isolates). */
export const isolated = (words: string): string => `\u2068${words}\u2069`;

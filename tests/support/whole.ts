/**
 * Whether the long tests run at full length and, where both browsers can only say the same, in both: `npm run test:sync`, and
 * `COUNTERPOINT_WHOLE=1 npm test`. In CI they are bounded: it has its minutes.
 */
export const WHOLE = process.env.COUNTERPOINT_WHOLE === '1';

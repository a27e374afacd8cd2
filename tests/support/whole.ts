/** Whether sync's long tests run at full length, in both browsers (`npm run test:sync`). In CI they are bounded: it has its minutes. */
export const WHOLE = process.env.COUNTERPOINT_WHOLE === '1';

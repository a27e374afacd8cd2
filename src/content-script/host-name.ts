/** The name of the one element we add to a page, beside its body. */
export const HOST = 'counterpoint-companion';

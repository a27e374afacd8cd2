/** What marks text of the claim database, which is in English whatever language the reader chose. */
export const ENGLISH = { lang: 'en', dir: 'ltr' } as const;

declare module 'virtual:shown-article' {
  const shown: { article: import('../../src/core/claim').ArticleClaims | null; faults: string[] };
  export default shown;
}

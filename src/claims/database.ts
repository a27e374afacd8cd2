import type {
  Argument,
  ArticleClaims,
  Citation,
  Claim,
  FactCheck,
  GlossaryEntry,
  LaterEvent,
  Source,
} from '../core/claim';

/** A citation as it is stored: the source by its key. */
export interface StoredCitation {
  key: string;
  locator?: string;
}

type Stored<T> = Omit<T, 'citations'> & { sources: StoredCitation[] };
type StoredClaim = Omit<Claim, 'counterarguments' | 'support'> & {
  counterarguments: Stored<Argument>[];
  support: Stored<Argument>[];
};

/** An article of the database as it is stored. */
export type StoredArticle = Omit<ArticleClaims, 'claims' | 'events' | 'glossary' | 'checks'> & {
  claims: StoredClaim[];
  events: Stored<LaterEvent>[];
  glossary: Stored<GlossaryEntry>[];
  checks: Stored<FactCheck>[];
  /** The works it cites, by their keys. */
  works: Record<string, Source>;
};

/** The article with every source in its place. */
export function withSources({ works, ...article }: StoredArticle): ArticleClaims {
  const cite = <T>({ sources: cited, ...rest }: Stored<T>) => ({ ...rest, citations: cited.flatMap(citationOf) });
  const citationOf = ({ key, locator }: StoredCitation): Citation[] => {
    const source = works[key];
    return source ? [{ source, locator }] : [];
  };
  return {
    ...article,
    claims: article.claims.map((claim) => ({
      ...claim,
      counterarguments: claim.counterarguments.map((argument) => cite(argument)),
      support: claim.support.map((argument) => cite(argument)),
    })),
    events: article.events.map((event) => cite(event)),
    glossary: article.glossary.map((entry) => cite(entry)),
    checks: article.checks.map((check) => cite(check)),
  };
}

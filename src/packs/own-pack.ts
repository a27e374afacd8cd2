import { labelOf, lacksOf, type OwnArgument, type OwnClaim, type OwnSource } from '../core/own-claim';

/** What a pack says of itself. */
export interface OwnPackName {
  id: string;
  name: string;
  author: string;
  release: number;
  date: string;
}

/**
 * The reader's claims as the pack that its author would write by hand: those that are whole, by article, and the works
 * they cite.
 * @returns `null` when none is whole
 */
export function ownPack(about: OwnPackName, rows: readonly OwnClaim[]): object | null {
  const whole = rows.filter((claim) => claim.deleted === null && lacksOf(claim).length === 0);
  if (whole.length === 0) return null;
  const works = new Map<string, { key: string; source: OwnSource }>();
  const keyOf = (source: OwnSource): string => {
    const name = JSON.stringify([source.author, source.title, source.venue, source.year, source.url]);
    const known = works.get(name) ?? { key: `work${works.size + 1}`, source };
    works.set(name, known);
    return known.key;
  };
  const argument = ({ sources, ...rest }: OwnArgument) => ({ ...rest, sources: [...new Set(sources.map(keyOf))] });
  const articles = [...new Set(whole.map(({ articleKey }) => articleKey))].map((key) => {
    const claims = whole.filter(({ articleKey }) => articleKey === key);
    const { url = '', headline = '', author = '' } = claims[0]?.article ?? {};
    const [year, month] = key.split('/');
    return {
      // An author that the page did not name is none we could make up.
      article: { url, headline, author: author || '–', published: `${year}-${month}`, summary: headline },
      claims: claims.map(({ id, kind, statement, excerpt, verdict, reason, counterarguments, support }) => ({
        id,
        kind,
        label: labelOf(statement),
        statement,
        excerpt,
        assessment: { verdict, reason },
        counterarguments: counterarguments.map(argument),
        support: support.map(argument),
      })),
    };
  });
  const bibliography = Object.fromEntries(
    [...works.values()].map(({ key, source: { url, ...source } }) => [
      key,
      { ...source, ...(url.trim() !== '' && { url }), verified: 'known' },
    ]),
  );
  return { ...about, articles, bibliography };
}

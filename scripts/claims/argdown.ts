import type { StoredArticle } from '../../src/claims/database';
import type { Argument, ClaimLink } from '../../src/core/claim';

/**
 * Articles as Argdown (https://argdown.org/syntax): a section for each, a statement for each claim, an argument for each
 * counterargument and support, and the links between claims as relations. What a claim depends on supports it there:
 * Argdown has no word for "without which it does not stand".
 */
export function toArgdown(articles: StoredArticle[]): string {
  const ids = new Map(articles.flatMap(({ key, claims }) => claims.map(({ id }) => [`${key}#${id}`, id] as const)));
  const parts = articles.map(({ headline, author, published, claims }) => {
    const heading = `# ${escaped(headline)} (${escaped(author)}, ${published})`;
    return [heading, ...claims.map((claim) => statementOf(claim, ids))].join('\n\n');
  });
  return `===\ntitle: Claims of Counterpoint\nauthor: Counterpoint (CC BY 4.0)\n===\n\n${parts.join('\n\n')}\n`;
}

type StoredClaim = StoredArticle['claims'][number];
type Part = Pick<Argument, 'title' | 'text' | 'strength' | 'type'>;

function statementOf(claim: StoredClaim, ids: Map<string, string>): string {
  const { id, statement, kind, assessment, counterarguments, support } = claim;
  // A link to a claim that is not among these articles is left out: Argdown would make a statement without words of it.
  const linked = (links: ClaimLink[]) =>
    links.flatMap(({ articleKey, claimId }) => ids.get(`${articleKey}#${claimId}`) ?? []);
  return [
    `[${id}]: ${escaped(statement)} #(${kind}) #(${assessment.verdict})`,
    ...counterarguments.map((one, i) => argument('-', one, `${id} con ${i + 1}`)),
    ...support.map((one, i) => argument('+', one, `${id} pro ${i + 1}`)),
    ...linked(claim.dependsOn).map((other) => `  + [${other}]`),
    ...linked(claim.supports).map((other) => `  +> [${other}]`),
    ...linked(claim.contradicts).map((other) => `  >< [${other}]`),
  ].join('\n');
}

/** Titles are names in Argdown: two claims may have a counterargument of one title, so each carries its claim's. */
const argument = (sign: '+' | '-', { title, text, strength, type }: Part, name: string): string =>
  `  ${sign} <${name}: ${title.replace(/[<>]/g, '')}>: ${escaped(text)} #(${strength}) #(${type})`;

/** What would be markup in Argdown, as the characters they are. */
const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\[\]<>{}#@*_:]/g, '\\$&');

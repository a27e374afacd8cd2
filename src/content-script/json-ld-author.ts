/** Characters of metadata that are parsed, and that a name may have. */
const LONGEST = { metadata: 200_000, name: 300 };
/** schema.org's Article and its kinds: NewsArticle, OpinionNewsArticle, ReportageNewsArticle … */
const ARTICLE = /Article$|^BlogPosting$/;

/** The authors of the first article in a block of JSON-LD, with commas between; empty without one. */
export function authorIn(json: string): string {
  if (json.length > LONGEST.metadata) return '';
  try {
    return authorOf(JSON.parse(json));
  } catch {
    return '';
  }
}

/** A block may be an object, a list, or a `@graph` of them; what is no article (the publisher, the trail) is passed over. */
function authorOf(data: unknown): string {
  if (Array.isArray(data)) return data.map(authorOf).find((author) => author !== '') ?? '';
  if (!isRecord(data)) return '';
  const types = Array.isArray(data['@type']) ? data['@type'] : [data['@type']];
  if (types.some((type) => typeof type === 'string' && ARTICLE.test(type))) return namesOf(data.author);
  return authorOf(data['@graph']);
}

function namesOf(author: unknown): string {
  const list = Array.isArray(author) ? author : [author];
  const names = list.map((one) => named(isRecord(one) ? one.name : one)).filter((name) => name !== '');
  return [...new Set(names)].join(', ').slice(0, LONGEST.name);
}

/** A name as text; empty for what is none, such as the address of a profile. */
export function named(value: unknown): string {
  if (typeof value !== 'string' || /^https?:/.test(value)) return '';
  return value.replace(/\s+/gu, ' ').trim().slice(0, LONGEST.name);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

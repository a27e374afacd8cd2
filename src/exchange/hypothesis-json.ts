import type { Annotation } from '../core/annotation';
import { fromBase64Url, toBase64Url, toHex } from '../core/bytes';
import type { Unworded } from '../core/unworded';
import type { Content } from '../store/rows';
import { adopt, type ForeignNote } from './foreign';
import { asList, asText, field } from './loose';
import { because, parseJson, type Reading, type Reason, type Refused, refusedFile } from './reading';
import { type ArticleNotes, isoTime, type Told, wordsOf, writeNotes } from './selection';

/**
 * The JSON that Hypothesis exports and imports: `{export_date, export_userid, client_version, annotations}`, each
 * annotation as its API gives it (https://h.readthedocs.io/en/latest/api-reference/v1/).
 * It has no colour, and no place for a claim: a colour goes along as a tag, a claim's statement before the note.
 */
const COLOR_TAG = 'color:';
const CLAIM_TAG = 'claim:';

/**
 * What stands in the library, without the bin, as Hypothesis' export.
 * @param now milliseconds since 1970: the date of the export, which the format wants
 */
export function toHypothesisJson(content: Content, now: number, told?: Told): string {
  const annotations = writeNotes(content, exported, told).flatMap(({ pieces }) => pieces);
  const file = { export_date: isoTime(now), export_userid: '', client_version: 'counterpoint', annotations };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function exported(annotation: Annotation, { url, headline }: ArticleNotes) {
  const { id, target, note, tags, color, created, updated } = annotation;
  const selector = target.kind === 'words' ? [{ type: 'TextQuoteSelector', ...target.quote }] : [];
  const claim = target.kind === 'claim' ? [`${CLAIM_TAG}${target.claimId}`] : [];
  return {
    id: shortId(id),
    created: isoTime(created),
    updated: isoTime(updated),
    user: 'acct:reader@counterpoint',
    uri: url,
    // A page note in Hypothesis shows no words: the claim's statement is put before ours, as a quotation.
    text: target.kind === 'claim' ? `> ${wordsOf(annotation).replace(/\s+/gu, ' ')}\n\n${note}` : note,
    tags: [...tags, ...claim, `${COLOR_TAG}${color}`],
    document: { title: headline ? [headline] : [] },
    target: [{ source: url, ...(selector.length > 0 ? { selector } : {}) }],
  };
}

/**
 * Reads Hypothesis' export, or a search result of its API (`{total, rows}`). Replies and page notes are refused: they
 * stand on no words.
 * @param now milliseconds since 1970, for annotations without a time
 */
export function fromHypothesisJson(text: string, now: number): Reading {
  const json = parseJson(text);
  if ('refused' in json) return { ...adopt([], now), refused: [json.refused] };
  const list = field(json.value, 'annotations') ?? field(json.value, 'rows');
  if (!Array.isArray(list)) {
    return { ...adopt([], now), refused: [refusedFile('refused_no_annotations', { format: 'Hypothesis' })] };
  }
  const refused: Refused[] = [];
  const notes: ForeignNote[] = [];
  for (const [i, item] of list.entries()) {
    const where: Unworded = { key: 'exchange_at_annotation', values: { number: i + 1 } };
    const note = noteOf(item, where);
    if ('reason' in note) refused.push({ where, ...note });
    else notes.push(note);
  }
  const { rows, refused: unfit } = adopt(notes, now);
  return { rows, refused: [...refused, ...unfit] };
}

function noteOf(item: unknown, where: Unworded): ForeignNote | Reason {
  const tags = asList(field(item, 'tags')).map(asText);
  const tagged = (prefix: string) => tags.findLast((tag) => tag.startsWith(prefix))?.slice(prefix.length) ?? '';
  const selectors = asList(field(item, 'target')).flatMap((target) => asList(field(target, 'selector')));
  const quote = selectors.find((selector) => field(selector, 'type') === 'TextQuoteSelector');
  const part = (name: string) => asText(field(quote, name));
  const text = asText(field(item, 'text'));
  const color = tagged(COLOR_TAG);
  const claimId = quote ? '' : tagged(CLAIM_TAG);
  const claimed = /^> (.*)\n\n([\s\S]*)$/u.exec(text);
  if (!quote && !(claimId && claimed)) {
    return because(asList(field(item, 'references')).length > 0 ? 'refused_reply' : 'refused_page_note');
  }
  const ours = (tag: string) => tag === COLOR_TAG + color || (claimId !== '' && tag === CLAIM_TAG + claimId);
  return {
    where,
    url: asText(field(item, 'uri')),
    headline: asText(asList(field(field(item, 'document'), 'title'))[0]),
    target: quote
      ? { kind: 'words', quote: { exact: part('exact'), prefix: part('prefix'), suffix: part('suffix') } }
      : { kind: 'claim', claimId, statement: claimed?.[1] ?? '' },
    note: quote ? text : (claimed?.[2] ?? ''),
    tags: tags.filter((tag) => !ours(tag)),
    color,
    created: asText(field(item, 'created')),
    updated: asText(field(item, 'updated')),
    id: longId(asText(field(item, 'id'))),
  };
}

/** Hypothesis writes a UUID as 22 characters of URL-safe base64. */
function shortId(uuid: string): string {
  const bytes = uuid.replaceAll('-', '').match(/../g) ?? [];
  return toBase64Url(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)));
}

/** The UUID of such an id; an id of another kind as it is (Hypothesis' older ones have 20 characters). */
function longId(id: string): string | null {
  if (!/^[\w-]{22}$/.test(id)) return id || null;
  return toHex(fromBase64Url(id)).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

import * as v from 'valibot';
import type { Annotation, Target } from '../core/annotation';
import type { Unworded } from '../core/unworded';
import type { Content } from '../store/rows';
import { adopt, type ForeignNote } from './foreign';
import { asList, asText, field, record } from './loose';
import { because, parseJson, type Reading, type Refused, refusedFile } from './reading';
import { type ArticleNotes, isoTime, type Told, writeNotes } from './selection';

/**
 * W3C Web Annotations as JSON-LD (https://www.w3.org/TR/annotation-model/, 23 February 2017): a collection with one
 * page. The words are a TextQuoteSelector, the note and the tags textual bodies, the colour a styleClass. A note on one
 * of our claims has no words of its own: its target is the article, with the claim in terms of ours.
 */
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { counterpoint: 'urn:x-counterpoint:' }];

/** What stands in the library, without the bin, as a W3C annotation collection. Ends with a line break. */
export function toW3cJson(content: Content, told?: Told): string {
  const items = writeNotes(content, itemOf, told).flatMap(({ pieces }) => pieces);
  const collection = {
    '@context': CONTEXT,
    type: 'AnnotationCollection',
    label: 'Counterpoint',
    total: items.length,
    first: { type: 'AnnotationPage', startIndex: 0, items },
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function itemOf(annotation: Annotation, { url, headline }: ArticleNotes) {
  const { id, target, color, note, tags, created, updated } = annotation;
  const body = [
    ...(note ? [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: note }] : []),
    ...tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value: tag })),
  ];
  const source = { id: url, type: 'Text', ...(headline ? { 'dc:title': headline } : {}) };
  const place =
    target.kind === 'words'
      ? { selector: { type: 'TextQuoteSelector', ...target.quote } }
      : { 'counterpoint:claim': target.claimId, 'counterpoint:statement': target.statement };
  return {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: note ? 'commenting' : 'highlighting',
    created: isoTime(created),
    modified: isoTime(updated),
    ...(body.length > 0 ? { body } : {}),
    target: { type: 'SpecificResource', source, styleClass: color, ...place },
  };
}

/**
 * Reads a collection, a page, a list, or one annotation, of any program. Bodies are taken as text whatever their
 * format says.
 * @param now milliseconds since 1970, for annotations without a time
 */
export function fromW3cJson(text: string, now: number): Reading {
  const json = parseJson(text);
  if ('refused' in json) return adoptNone(json.refused);
  const items = itemsIn(json.value);
  if (!items) return adoptNone(refusedFile('refused_no_annotations', { format: 'W3C Web Annotation' }));
  const refused: Refused[] = [];
  const notes: ForeignNote[] = [];
  for (const [i, item] of items.entries()) {
    const where: Unworded = { key: 'exchange_at_annotation', values: { number: i + 1 } };
    const note = noteOf(item, where);
    if (note) notes.push(note);
    else refused.push({ where, ...because('refused_no_selector') });
  }
  const { rows, refused: unfit } = adopt(notes, now);
  return { rows, refused: [...refused, ...unfit] };
}

const adoptNone = (refused: Refused): Reading => ({ ...adopt([], 0), refused: [refused] });

function itemsIn(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!v.is(record, value)) return null;
  const types = asList(field(value, 'type'));
  if (types.includes('Annotation')) return [value];
  if (types.includes('AnnotationCollection')) return asList(field(field(value, 'first'), 'items'));
  return types.includes('AnnotationPage') ? asList(field(value, 'items')) : null;
}

function noteOf(item: unknown, where: Unworded): ForeignNote | null {
  // Of several targets the first that stands on words: one annotation of ours has one.
  for (const target of asList(field(item, 'target'))) {
    const place = placeIn(target);
    if (!place) continue;
    const source = field(target, 'source');
    const bodies = asList(field(item, 'body'));
    const ofPurpose = (tagging: boolean) =>
      bodies
        .filter((body) => asList(field(body, 'purpose')).includes('tagging') === tagging)
        .map((body) => asText(typeof body === 'string' ? '' : field(body, 'value')))
        .filter((text) => text !== '');
    return {
      where,
      url: asText(source) || asText(field(source, 'id')),
      headline: asText(field(source, 'dc:title')),
      target: place,
      note: ofPurpose(false).join('\n\n') || asText(field(item, 'bodyValue')),
      tags: ofPurpose(true),
      color: asText(field(target, 'styleClass')),
      created: asText(field(item, 'created')),
      updated: asText(field(item, 'modified')),
      id: asText(field(item, 'id')).replace(/^urn:uuid:/i, '') || null,
    };
  }
  return null;
}

function placeIn(target: unknown): Target | null {
  const claimId = asText(field(target, 'counterpoint:claim'));
  if (claimId) return { kind: 'claim', claimId, statement: asText(field(target, 'counterpoint:statement')) };
  const selectors = asList(field(target, 'selector'));
  const quote = [...selectors, ...selectors.map((one) => field(one, 'refinedBy'))].find(
    (one) => asText(field(one, 'type')) === 'TextQuoteSelector',
  );
  if (!quote) return null;
  const part = (name: string) => asText(field(quote, name));
  return { kind: 'words', quote: { exact: part('exact'), prefix: part('prefix'), suffix: part('suffix') } };
}

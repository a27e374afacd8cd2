import * as v from 'valibot';
import { parsePageAddress } from '../core/address';
import { type Annotation, COLORS, type Color, headlineFoldOf, type ReadArticle, type Target } from '../core/annotation';
import type { Unworded } from '../core/unworded';
import { emptyContent } from '../store/rows';
import { because, type Reading, type Reason, reasonOf, wellFormed } from './reading';
import { TABLES } from './tables';

/** What a note in another program's file comes down to. Strings are as the file has them; nothing is trusted yet. */
export interface ForeignNote {
  where: Unworded;
  /** The address of the page. */
  url: string;
  headline: string;
  target: Target;
  note: string;
  tags: string[];
  /** A colour's name; one that we do not have becomes yellow. */
  color: string;
  /** Anything Date can read; empty when the file has none. */
  created: string;
  updated: string;
  /** Our id, when the note was once ours; `null` gives one that is the same at every import of the same note. */
  id: string | null;
}

const uuid = v.pipe(v.string(), v.uuid(), v.toLowerCase());

/** Makes annotations of foreign notes, and the articles they stand on; what cannot be one is refused with the reason. */
export function adopt(notes: ForeignNote[], now: number): Reading {
  const reading: Reading = { rows: emptyContent(), refused: [] };
  const articles = new Map<string, ReadArticle>();
  // Notes without an id of their own are known by their words. Two texts on the same words are two notes; one text
  // twice is one.
  const texts = new Map<string, string[]>();
  const nth = (place: string, text: string): number => {
    const known = texts.get(place) ?? [];
    texts.set(place, known);
    if (!known.includes(text)) known.push(text);
    return known.indexOf(text);
  };
  for (const note of notes) {
    const adopted = adoptOne(note, now, nth);
    if ('reason' in adopted) {
      reading.refused.push({ where: note.where, ...adopted });
      continue;
    }
    const { annotation, url } = adopted;
    reading.rows.annotations.push(annotation);
    const key = annotation.articleKey;
    const known = articles.get(key);
    const headline = known?.headline || oneSpaced(note.headline).trim().slice(0, 1000);
    articles.set(key, {
      key,
      url,
      headline,
      headlineFold: headlineFoldOf({ key, headline }),
      lastRead: Math.max(known?.lastRead ?? 0, annotation.created),
    });
  }
  reading.rows.articles = [...articles.values()];
  return reading;
}

type Adopted = { annotation: Annotation; url: string } | Reason;

function adoptOne(note: ForeignNote, now: number, nth: (place: string, text: string) => number): Adopted {
  const address = parsePageAddress(note.url);
  if (!address) return because('refused_not_article');
  const target = cleanTarget(note.target);
  if (target.kind === 'words' && target.quote.exact === '') return because('refused_no_words');
  const id = v.safeParse(uuid, note.id);
  const created = timeOf(note.created) ?? timeOf(note.updated) ?? now;
  const words = target.kind === 'words' ? Object.values(target.quote).join('\n') : target.claimId;
  const place = `${address.key}\n${note.id ?? ''}\n${words}`;
  const parsed = v.safeParse(TABLES.annotations.schema, {
    id: id.success ? id.output : derivedId(`${place}\n${nth(place, note.note)}`),
    articleKey: address.key,
    target,
    color: COLORS.find((color) => color === note.color.toLowerCase()) ?? ('yellow' satisfies Color),
    note: wellFormed(note.note),
    tags: [...new Set(note.tags.map((tag) => wellFormed(tag).trim()).filter((tag) => tag !== ''))],
    created,
    updated: Math.max(created, timeOf(note.updated) ?? created),
    deleted: null,
  });
  return parsed.success ? { annotation: parsed.output, url: address.url } : reasonOf(parsed.issues);
}

const oneSpaced = (text: string): string => wellFormed(text).replace(/\s+/gu, ' ');

function cleanTarget(target: Target): Target {
  if (target.kind === 'claim') {
    return { ...target, claimId: oneSpaced(target.claimId), statement: oneSpaced(target.statement) };
  }
  const { exact, prefix, suffix } = target.quote;
  // Other programs keep more around the words than we need; the nearest of it is what tells one place from another.
  const quote = {
    exact: oneSpaced(exact).trim(),
    prefix: oneSpaced(prefix).slice(-1000),
    suffix: oneSpaced(suffix).slice(0, 1000),
  };
  return { kind: 'words', quote };
}

function timeOf(text: string): number | null {
  const time = Date.parse(text);
  return Number.isFinite(time) && time >= 0 ? time : null;
}

/** A UUID version 8 (RFC 9562, section 5.8) from a text: the same for the same text. Not a secret, only a name. */
function derivedId(text: string): string {
  const words = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f].map((seed) => {
    // FNV-1a over UTF-16 code units, then the finalizer of MurmurHash3 (both in the public domain).
    let hash = seed;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  });
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

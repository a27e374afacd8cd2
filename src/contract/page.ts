import type { Place } from '../core/place';
import { type Answers, knock, openDoor, type Parse } from './door';
import { fields, isId, isOptionalFlag, isStep } from './fields';

/** What popup, panel and background may ask of a page. */
const pageRequests = {
  describeReading: fields({}),
  goToClaim: fields({ id: isId }),
  goToAnnotation: fields({ id: isId }),
  /** Scrolls to the words of a claim or annotation without opening their card: the panel has opened them already. */
  showWords: fields({ id: isId }),
  stepClaim: fields({ by: isStep }),
  stepAnnotation: fields({ by: isStep }),
  highlightSelection: fields<{ withNote?: boolean | undefined }>({ withNote: isOptionalFlag }),
  /** Asks the reader which words a highlight belongs to that was lost. */
  reattach: fields({ id: isId }),
  refresh: fields({}),
  /** Answers when what a reader acts with, and panels follow, has come. */
  accompany: fields({}),
  /** Reads the page though it is no article of the site's: the reader asked for it. */
  readPage: fields({}),
};

type Requests = { [V in keyof typeof pageRequests]: (typeof pageRequests)[V] extends Parse<infer R> ? R : never };

interface PageReplies {
  describeReading: ReadingState;
  goToClaim: null;
  goToAnnotation: null;
  showWords: null;
  stepClaim: null;
  stepAnnotation: null;
  highlightSelection: null;
  reattach: null;
  refresh: null;
  accompany: null;
  readPage: PageRefusal | null;
}

/** Why a page cannot be read: it is a PDF; there is no text. */
export type PageRefusal = 'pdf' | 'text';

/** How a page's reading stands. */
export interface ReadingState {
  /** `null` while the page shows no article, or not yet. `copyOf`: on another site, key of the article whose copy it is. */
  article: { key: string; headline: string; copyOf: string | null } | null;
  /** The page holds back a part of the article. */
  partlyShown: boolean;
  /** By the id of the claim or annotation. A note on a claim stands on no words of its own and is not listed. */
  places: Record<string, Whereabouts>;
}

export interface Whereabouts {
  place: Place;
  /** How far into the text the words begin, from 0 to 1; `null` unless found. */
  at: number | null;
}

export type PageAnswers = Answers<Requests, PageReplies>;

export const openPageDoor = (answers: PageAnswers): void => openDoor('page', pageRequests, answers);

/** Asks the content script of a tab. Rejects when there is none. */
export async function askPage<V extends keyof Requests>(
  tabId: number,
  verb: V,
  request: Requests[V],
): Promise<PageReplies[V]> {
  return (await knock('page', verb, request, tabId)) as PageReplies[V];
}

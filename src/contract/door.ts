import { errorOf, type Reason, reasonOf, type Unworded, UnwordedError } from '../core/unworded';
import { isAlive, messaging, type Sender } from './runtime';

/** Makes a fresh object of a request; `null` when it is malformed. */
export type Parse<Request> = (request: unknown) => Request | null;

/** How a door's requests are parsed, by verb. */
type Parsers<Requests> = { readonly [V in keyof Requests]: Parse<Requests[V]> };

/** What is given for each request of a door. Why one is refused is told without words: who asked speaks the reader's language. */
export type Answers<Requests, Replies extends Record<keyof Requests, unknown>> = {
  [V in keyof Requests]: (request: Requests[V], sender: Sender) => Promise<Replies[V]>;
};

/** What goes over: an answer, or why there is none. */
type Reply = { given: unknown } | { refused: Reason };

/** Listens for one door's requests; those of other doors and of other extensions are not answered. */
export function openDoor<Requests, Replies extends Record<keyof Requests, unknown>>(
  door: string,
  parsers: Parsers<Requests>,
  answers: Answers<Requests, Replies>,
): void {
  messaging().runtime?.onMessage.addListener((message, sender, respond) => {
    if (!isRecord(message) || message.door !== door || sender.id !== messaging().runtime?.id) return false;
    const { verb, request } = message;
    answerTo(verb, request, sender).then(
      (given) => respond({ given: given ?? null } satisfies Reply),
      (error: unknown) => respond({ refused: reasonOf(error) } satisfies Reply),
    );
    // The answer comes later.
    return true;
  });

  const answerTo = async (verb: unknown, request: unknown, sender: Sender): Promise<unknown> => {
    if (!isVerb(parsers, verb)) throw new Error('no such request');
    const parsed = parsers[verb](request);
    if (parsed === null) throw new Error('malformed request');
    return answers[verb](parsed, sender);
  };
}

/**
 * Sends a request through a door. A background that the browser stopped before it had answered is asked once more, which
 * wakes it: each of its requests can be granted twice and has happened once.
 * @throws with the reason of a refusal, or when nobody answers
 */
export async function knock(door: string, verb: string, request: unknown, tabId?: number): Promise<unknown> {
  const { runtime, tabs } = messaging();
  const message = { door, verb, request };
  const send = () =>
    whileAlive(async () =>
      tabId === undefined ? runtime?.sendMessage(message) : tabs.sendMessage(tabId, message, TOP),
    );
  let reply = await send().catch((error: unknown) => {
    if (tabId !== undefined || !isAlive()) throw error;
  });
  if (!isRecord(reply) && tabId === undefined) reply = await send();
  if (isRecord(reply) && 'given' in reply) return reply.given;
  throw errorOf(isRecord(reply) ? reasonIn(reply.refused) : 'no answer');
}

/** A reason as it was told; whatever else stands in its place, as text. */
function reasonIn(told: unknown): Reason {
  if (!isRecord(told) || typeof told.key !== 'string') return String(told);
  return { key: told.key, ...(isRecord(told.values) && { values: told.values }) } as Unworded;
}

const TOP = { frameId: 0 };
/** Milliseconds after which it is looked whether there is still anybody to wait for. */
const LOOK = 500;

/**
 * Asks, for as long as the extension of this script is there: of what was asked as it ended, Chromium tells nothing more.
 * @throws when it is updated or removed
 */
async function whileAlive<T>(ask: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const gone = new Promise<never>((_, reject) => {
    timer = setInterval(() => isAlive() || reject(new UnwordedError('error_updated')), LOOK);
  });
  try {
    return await Promise.race([ask(), gone]);
  } catch (error) {
    throw isAlive() ? error : new UnwordedError('error_updated');
  } finally {
    clearInterval(timer);
  }
}

function isVerb<Requests>(parsers: Parsers<Requests>, verb: unknown): verb is keyof Requests {
  return typeof verb === 'string' && Object.hasOwn(parsers, verb);
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

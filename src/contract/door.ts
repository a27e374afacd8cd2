import { messaging, type Sender } from './runtime';

/** Makes a fresh object of a request; `null` when it is malformed. */
export type Parse<Request> = (request: unknown) => Request | null;

/** How a door's requests are parsed, by verb. */
type Parsers<Requests> = { readonly [V in keyof Requests]: Parse<Requests[V]> };

/** What is given for each request of a door. A rejection's message is a sentence for the reader. */
export type Answers<Requests, Replies extends Record<keyof Requests, unknown>> = {
  [V in keyof Requests]: (request: Requests[V], sender: Sender) => Promise<Replies[V]>;
};

/** What goes over: an answer, or why there is none. */
type Reply = { given: unknown } | { refused: string };

/**
 * Listens for one door's requests; those of other doors and of other extensions are not answered.
 * @param sentenceOf what is told of an error: a message takes along no more of it
 */
export function openDoor<Requests, Replies extends Record<keyof Requests, unknown>>(
  door: string,
  parsers: Parsers<Requests>,
  answers: Answers<Requests, Replies>,
  sentenceOf = messageOf,
): void {
  messaging().runtime?.onMessage.addListener((message, sender, respond) => {
    if (!isRecord(message) || message.door !== door || sender.id !== messaging().runtime?.id) return false;
    const { verb, request } = message;
    answerTo(verb, request, sender).then(
      (given) => respond({ given: given ?? null } satisfies Reply),
      (error: unknown) => respond({ refused: sentenceOf(error) } satisfies Reply),
    );
    // The answer comes later.
    return true;
  });

  const answerTo = async (verb: unknown, request: unknown, sender: Sender): Promise<unknown> => {
    if (!isVerb(parsers, verb)) throw new Error(`Counterpoint knows no request "${verb}".`);
    const parsed = parsers[verb](request);
    if (parsed === null) throw new Error(`Counterpoint refused a malformed "${String(verb)}".`);
    return answers[verb](parsed, sender);
  };
}

/** Nobody answered: there is no such door, or who stood behind it was stopped before the answer. */
export class NoAnswer extends Error {}

/** Sends a request through a door. @throws with the sentence of a refusal, or {@link NoAnswer} */
export async function knock(door: string, verb: string, request: unknown, tabId?: number): Promise<unknown> {
  const { runtime, tabs } = messaging();
  const message = { door, verb, request };
  const sent = tabId === undefined ? runtime?.sendMessage(message) : tabs.sendMessage(tabId, message, TOP);
  const reply = await sent?.catch((error: unknown) => {
    throw new NoAnswer(messageOf(error));
  });
  if (isRecord(reply) && 'given' in reply) return reply.given;
  if (isRecord(reply) && 'refused' in reply) throw new Error(String(reply.refused));
  throw new NoAnswer('no answer');
}

const TOP = { frameId: 0 };

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function isVerb<Requests>(parsers: Parsers<Requests>, verb: unknown): verb is keyof Requests {
  return typeof verb === 'string' && Object.hasOwn(parsers, verb);
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

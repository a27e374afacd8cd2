import type { BackgroundAnswers, BackgroundReplies, BackgroundRequests } from './background';
import { knock } from './door';

/** Who answers in the background's place; `null` but on the practice article. */
let here: BackgroundAnswers | null = null;

/** Has this page's requests to the background answered by this page itself: practice is kept nowhere. */
export function answerHere(answers: BackgroundAnswers): void {
  here = answers;
}

/** Asks the background. Rejects with a reason for the reader when it refuses, fails, or is gone after an update. */
export async function askBackground<V extends keyof BackgroundRequests>(
  verb: V,
  request: BackgroundRequests[V],
): Promise<BackgroundReplies[V]> {
  if (here) return here[verb](structuredClone(request), {});
  return (await knock('background', verb, request)) as BackgroundReplies[V];
}

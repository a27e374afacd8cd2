import { type Annotation, headlineFoldOf } from '../core/annotation';
import type { ArticleClaims } from '../core/claim';
import type { Settings } from '../core/settings';
import type { ClaimStance } from '../core/stance';
import { annotationsOf } from '../store/annotations';
import { articleKeysOf } from '../store/articles';
import { live } from '../store/live';
import { readSettings } from '../store/settings';
import { stancesOn } from '../store/stances';
import { useLive } from '../ui/use-live';
import type { TabPage } from './tab-page';
import { useClaims } from './use-claims';

/** What claim database and library hold on an article. */
export interface Kept {
  /** `null` when the claim database does not know the article. */
  claims: ArticleClaims | null;
  /** Keys under which annotations of the article may stand; the first is that of its address, of a copy that of its article. */
  keys: string[];
  annotations: Annotation[];
  stances: ClaimStance[];
  settings: Settings;
}

/**
 * What is kept on the article that a page shows, now and after every change.
 * @returns `null` until library and claim database have answered, and the page where its headline decides
 */
export function useKept(articleKey: string, { headline, copyOf, reading }: TabPage): Kept | null {
  const article = copyOf ?? articleKey;
  const claims = useClaims(article, headline);
  const query = async () => {
    const named = await articleKeysOf(article, headlineFoldOf({ key: article, headline }));
    const keys = [...new Set([...named, ...(claims ? [claims.key] : []), articleKey])];
    return { keys, annotations: await annotationsOf(keys) };
  };
  const noted = useLive(() => live(query), [articleKey, article, headline, claims?.key]);
  const said = useLive(() => live(async () => ({ of: claims, stances: await stancesOn(claims?.key ?? '') })), [claims]);
  const settings = useLive(() => live(readSettings), []);
  // How a claim unfolds is decided once, when it is shown: not before it is known what the reader said to it.
  // What was read while the claims were still looked up is no answer.
  if (claims === undefined || said?.of !== claims || !noted || !settings) return null;
  // By the tab's title there is no such article; by the page's own headline there may be.
  if (claims === null && reading === undefined) return null;
  return { claims, ...noted, stances: said.stances, settings };
}

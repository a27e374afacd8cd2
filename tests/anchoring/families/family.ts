import type { Span } from '../../../src/core/quote';
import type { Page } from '../page';
import type { Target } from '../quotes';
import type { Random } from '../random';

/** One way in which pages change. */
export interface Family {
  name: string;
  /** Hard ones may miss more. */
  hard?: boolean;
  /** The quoted words stand nowhere any more. */
  gone?: boolean;
  /** Changes the page before the words are saved, too. */
  before?: (page: Page, random: Random, target: Span) => Page | null;
  /** Changes the whole page: one page for all quotes. */
  whole?: boolean;
  only?: (target: Target, words: number) => boolean;
  /** The page afterwards; `null` where this change cannot be made for this target. */
  change: (page: Page, random: Random, target: Span) => Page | null;
}

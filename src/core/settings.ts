import type { Color } from './annotation';

/** What the reader chose. */
export interface Settings {
  /** Whether selecting words offers the toolbar. */
  toolbar: boolean;
  /** What each colour stands for, in the reader's own words; empty where the reader named nothing. */
  meanings: Record<Color, string>;
}

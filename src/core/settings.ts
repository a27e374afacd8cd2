import type { Color } from './annotation';

/** What the reader chose. */
export interface Settings {
  /** Whether claims are underlined. */
  showClaims: boolean;
  /** Whether sentences that resemble a claim of another article are marked. */
  showEchoes: boolean;
  /** Whether the reader's highlights are painted. */
  showHighlights: boolean;
  /** Whether selecting words offers the toolbar. */
  toolbar: boolean;
  /** Whether counterarguments stay folded until the reader has said what they think, or opens one. */
  askFirst: boolean;
  /** Whether terms of the glossary are marked in the text. */
  terms: boolean;
  /** What each colour stands for, in the reader's own words; empty where the reader named nothing. */
  meanings: Record<Color, string>;
  /** The language of the interface, a folder of `_locales`; `null`: the browser's. */
  language: string | null;
}

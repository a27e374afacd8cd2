import type { Color } from './annotation';
import type { Quote } from './quote';

/** Words of an article that another member of the reader's room has highlighted. */
export interface SharedWords {
  /** `MEMBER/ID`: members know nothing of each other's ids. */
  id: string;
  /** Whose highlight it is, as it may be shown. */
  name: string;
  color: Color;
  note: string;
  quote: Quote;
}

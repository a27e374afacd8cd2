import { type Matched, markLines } from '../ui/marked';
import { lazily } from './lazily';

export interface NoteProps {
  text: string;
  matched: Matched;
}

/** A note as it is read. What reads its Markdown is two thirds of this page's code and comes after the list; its lines stand until then. */
export const Note = lazily<NoteProps>(
  () => import('./markdown').then((module) => module.Markdown),
  ({ text, matched }) => (
    <div class="markdown">
      <p>{markLines(text, matched)}</p>
    </div>
  ),
);

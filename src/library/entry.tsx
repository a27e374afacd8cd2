import type { Annotation } from '../core/annotation';
import { dayInWords } from '../ui/dates';
import { linkTo, openAt } from './way-back';

/** One annotation: its words, the note, the way back to them. */
export function Entry({ annotation, remove }: { annotation: Annotation; remove: () => void }) {
  const { target, color, note, created } = annotation;
  return (
    <li class="entry" style={`--swatch: var(--${color})`}>
      <div>
        <blockquote>{target.kind === 'words' ? target.quote.exact : target.statement}</blockquote>
        {target.kind === 'claim' && <p class="small quiet">Your note on this claim</p>}
        {note && <p class="note">{note}</p>}
        <p class="small quiet">{dayInWords(created)}</p>
      </div>
      <p class="deeds small">
        <a
          href={linkTo(annotation)}
          target="_blank"
          rel="noopener noreferrer"
          onClick={(event) => {
            event.preventDefault();
            void openAt(annotation);
          }}
        >
          Open
        </a>
        <button type="button" class="link" onClick={remove}>
          Delete
        </button>
      </p>
    </li>
  );
}

import type { ComponentChildren } from 'preact';
import type { Plan } from '../../exchange/plan';
import type { ReadFile } from '../../exchange/read-file';
import { wordsOf } from '../../exchange/selection';
import { counted } from './dialog';

interface ImportPreviewProps {
  /** The file's name. */
  name: string;
  file: ReadFile;
  plan: Plan;
  /** Goes ahead with it. */
  accept: () => void;
}

/** Rows of a table that are shown; the rest is counted. */
const SHOWN = 200;
const FATES = { new: 'New', changed: 'Changed', same: 'The same' } as const;

/** What an import would do: counted, and row by row, with what was refused and why. */
export function ImportPreview({ name, file, plan, accept }: ImportPreviewProps) {
  const { count, bothKept, entries, put } = plan;
  const besides = Object.values(put).reduce((sum, rows) => sum + rows.length, 0) - put.annotations.length;
  const idle = entries.length === 0 && besides === 0;
  return (
    <section aria-label="Preview">
      <p>
        <strong>{name}</strong>
        {file.format && ` (${file.format})`}: {counted(count.new, 'note')} new, {count.changed} changed, {count.same}{' '}
        the same, {file.refused.length} refused.
        {bothKept > 0 && ` ${counted(bothKept, 'note')} changed on both sides will hold both texts.`}
      </p>
      {entries.length > 0 && (
        <Rows head={['', 'Article', 'Words', 'Note']} more={entries.length - SHOWN}>
          {entries.slice(0, SHOWN).map(({ fate, annotation, bothKept: both }) => (
            <tr key={annotation.id}>
              <td>{both ? 'Changed (both texts kept)' : FATES[fate]}</td>
              <td>{annotation.articleKey}</td>
              <td dir="auto">{wordsOf(annotation).slice(0, 160)}</td>
              <td dir="auto">{annotation.note.slice(0, 160)}</td>
            </tr>
          ))}
        </Rows>
      )}
      {file.refused.length > 0 && (
        <Rows head={['Refused', 'Why']} more={file.refused.length - SHOWN}>
          {file.refused.slice(0, SHOWN).map(({ where, reason }) => (
            <tr key={`${where} ${reason}`}>
              <td>
                {name}, {where}
              </td>
              <td>{reason}</td>
            </tr>
          ))}
        </Rows>
      )}
      {idle ? (
        <p role="status">There is nothing to import.</p>
      ) : (
        <p class="deeds">
          <button type="button" class="button" onClick={accept}>
            Import {counted(entries.length, 'note')}
          </button>
          {besides > 0 && (
            <span class="small quiet">
              and {besides === 1 ? '1 article or setting' : `${besides} articles and settings`}
            </span>
          )}
        </p>
      )}
    </section>
  );
}

function Rows({ head, more, children }: { head: string[]; more: number; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="rows" tabIndex={0} aria-label={head[0] || 'What would be imported'}>
      <table class="small">
        <thead>
          <tr>
            {head.map((words) => (
              <th key={words} scope="col">
                {words || 'Will be'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      {more > 0 && <p class="small quiet">and {counted(more, 'more row')}</p>}
    </section>
  );
}

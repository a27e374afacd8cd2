import type { ComponentChildren } from 'preact';
import type { Plan } from '../../exchange/plan';
import type { ReadFile } from '../../exchange/read-file';
import { wordsOf } from '../../exchange/selection';
import { counted, t, woven } from '../../i18n/messages';
import { worded } from '../../i18n/worded';

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

/** What an import would do: counted, and row by row, with what was refused and why. */
export function ImportPreview({ name, file, plan, accept }: ImportPreviewProps) {
  const { count, bothKept, entries, put } = plan;
  const besides = Object.values(put).reduce((sum, rows) => sum + rows.length, 0) - put.annotations.length;
  const idle = entries.length === 0 && besides === 0;
  const counts = t('exchange_counts', {
    new: counted('exchange_new_notes', count.new),
    changed: count.changed,
    same: count.same,
    refused: file.refused.length,
  });
  const titled = (
    <>
      <strong>{name}</strong>
      {file.format && ` (${file.format})`}
    </>
  );
  return (
    <section aria-label={t('exchange_preview')}>
      <p>
        {woven('exchange_would', { name: titled, counts })}
        {bothKept > 0 && ` ${counted('exchange_both', bothKept)}`}
      </p>
      {entries.length > 0 && (
        <Rows
          label={t('exchange_imported')}
          head={[t('exchange_would_be'), t('exchange_article'), t('exchange_words'), t('exchange_note')]}
          more={entries.length - SHOWN}
        >
          {entries.slice(0, SHOWN).map(({ fate, annotation, bothKept: both }) => (
            <tr key={annotation.id}>
              <td>{t(both ? 'exchange_fate_both' : `exchange_fate_${fate}`)}</td>
              <td>{annotation.articleKey}</td>
              <td dir="auto">{wordsOf(annotation).slice(0, 160)}</td>
              <td dir="auto">{annotation.note.slice(0, 160)}</td>
            </tr>
          ))}
        </Rows>
      )}
      {file.refused.length > 0 && (
        <Rows
          label={t('exchange_refused')}
          head={[t('exchange_refused'), t('exchange_why')]}
          more={file.refused.length - SHOWN}
        >
          {file.refused.slice(0, SHOWN).map(({ where, field, reason }, i) => (
            <tr key={i}>
              <td>{t('exchange_refused_at', { file: name, where: worded(where) })}</td>
              <td>
                {field && <code>{field} </code>}
                {worded(reason)}
              </td>
            </tr>
          ))}
        </Rows>
      )}
      {idle ? (
        <p role="status">{t('exchange_nothing')}</p>
      ) : (
        <p class="deeds">
          <button type="button" class="button" onClick={accept}>
            {counted('exchange_import_notes', entries.length)}
          </button>
          {besides > 0 && <span class="small quiet">{counted('exchange_besides', besides)}</span>}
        </p>
      )}
    </section>
  );
}

interface RowsProps {
  label: string;
  head: string[];
  /** Rows that are not shown. */
  more: number;
  children: ComponentChildren;
}

function Rows({ label, head, more, children }: RowsProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="rows" tabIndex={0} aria-label={label}>
      <table class="small">
        <thead>
          <tr>
            {head.map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      {more > 0 && <p class="small quiet">{counted('exchange_more_rows', more)}</p>}
    </section>
  );
}

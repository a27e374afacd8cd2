import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { DEFAULT_TEMPLATE, type MarkdownTemplate } from '../../exchange/markdown';
import { chosenContent } from '../../exchange/selection';
import { counted, t } from '../../i18n/messages';
import { sentenceOf } from '../../i18n/worded';
import { readContent } from '../../store/content';
import { recordExport } from '../../store/keeping';
import type { Content } from '../../store/rows';
import { download } from '../../ui/download';
import { Dialog, Failure } from './dialog';
import { EXPORT_FORMATS } from './formats';
import { makeFile } from './make-file';
import { TemplateFields } from './template-fields';
import { type Amount, UnderWay } from './under-way';

interface ExportDialogProps {
  /** Ids of the selected annotations; empty when nothing is selected: then everything goes. */
  selected: readonly string[];
  close: () => void;
}

/** Takes the library, or a selection of it, out in a format the reader chooses. */
export function ExportDialog({ selected, close }: ExportDialogProps) {
  const [content, setContent] = useState<Content | null>(null);
  const [format, setFormat] = useState(EXPORT_FORMATS[0]);
  const [all, setAll] = useState(selected.length === 0);
  const [template, setTemplate] = useState<MarkdownTemplate>(DEFAULT_TEMPLATE);
  const [done, setDone] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [making, setMaking] = useState<Amount | null>(null);
  const running = useRef<AbortController | null>(null);
  // Whoever closes the dialog calls the export off.
  useEffect(() => () => running.current?.abort(), []);
  const id = useId();
  useEffect(() => {
    readContent().then(setContent, (error: unknown) => setFailure(sentenceOf(error)));
  }, []);
  const chosen = useMemo(
    () => content && chosenContent(content, all ? null : new Set(selected)),
    [content, all, selected],
  );
  const standing = chosen?.annotations.filter(({ deleted }) => deleted === null).length ?? 0;

  const run = async () => {
    if (!chosen) return;
    setFailure(null);
    setDone('');
    const off = new AbortController();
    running.current = off;
    const told = (done: number, of: number) => setMaking({ done, of, off });
    told(0, 0);
    try {
      const file = await makeFile({ format: format.id, content: chosen, template }, told, off.signal);
      // Called off while the finished file was on its way here.
      off.signal.throwIfAborted();
      download(file);
      if (all && format === EXPORT_FORMATS[0]) await recordExport();
      setDone(t('map_saved', { file: file.name }));
    } catch (error) {
      if (off.signal.aborted) setDone(t('exchange_called_off_export'));
      else setFailure(sentenceOf(error));
    } finally {
      setMaking(null);
    }
  };
  return (
    <Dialog title={t('exchange_export_title')} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <label for={`${id}format`}>{t('exchange_format')}</label>
        <select
          id={`${id}format`}
          value={format.id}
          aria-describedby={`${id}about`}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setFormat(EXPORT_FORMATS.find((one) => one.id === value) ?? EXPORT_FORMATS[0]);
            setDone('');
          }}
        >
          {EXPORT_FORMATS.map(({ id: value, name, named }) => (
            <option key={value} value={value}>
              {named ? t(named, { name }) : name}
            </option>
          ))}
        </select>
        <p class="small quiet" id={`${id}about`}>
          {t(format.about)}
        </p>
        {selected.length > 0 && (
          <fieldset>
            <legend>{t('exchange_what')}</legend>
            <label>
              <input type="radio" name={`${id}what`} checked={!all} onChange={() => setAll(false)} />{' '}
              {t('exchange_selection', { count: selected.length })}
            </label>
            <label>
              <input type="radio" name={`${id}what`} checked={all} onChange={() => setAll(true)} />{' '}
              {t('exchange_everything')}
            </label>
          </fieldset>
        )}
        {format.id === 'markdown' && chosen && (
          <TemplateFields template={template} change={setTemplate} content={chosen} />
        )}
        <p class="deeds">
          {making ? (
            <UnderWay label={t('exchange_writing')} {...making} />
          ) : (
            <button type="submit" class="button" disabled={!chosen}>
              {chosen ? counted('exchange_export_notes', standing) : t('exchange_export_title')}
            </button>
          )}
          <span role="status">{done}</span>
        </p>
        <Failure words={failure} />
      </form>
    </Dialog>
  );
}

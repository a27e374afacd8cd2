import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type Plan, planImport } from '../../exchange/plan';
import type { ReadFile } from '../../exchange/read-file';
import { counted, t } from '../../i18n/messages';
import { sentenceOf } from '../../i18n/worded';
import { changeContent, readContent } from '../../store/content';
import { afterSnapshot, restoreSnapshot } from '../../store/snapshots';
import { Dialog, Failure } from './dialog';
import { ImportPreview } from './import-preview';
import { previewFile } from './preview-file';
import { type Amount, UnderWay } from './under-way';

/** In bytes; a larger file is not even read. */
const LARGEST = 200_000_000;

/** Where an import stands. Nothing is written before the reader has seen what would be. */
type Step =
  | { is: 'choosing' }
  | ({ is: 'reading'; name: string } & Amount)
  | { is: 'previewed'; name: string; file: ReadFile; plan: Plan }
  | ({ is: 'importing' } & Amount)
  | { is: 'done'; plan: Plan; before: string }
  | { is: 'undone' };

/** Reads a file, shows what an import would do, does it in one go, and can take it back. */
export function ImportDialog({ close }: { close: () => void }) {
  const [step, setStep] = useState<Step>({ is: 'choosing' });
  const [failure, setFailure] = useState<string | null>(null);
  const id = useId();
  const running = useRef<AbortController | null>(null);
  // Whoever closes the dialog calls the import off.
  useEffect(() => () => running.current?.abort(), []);
  const tried = async (deed: () => Promise<Step>, otherwise: Step) => {
    setFailure(null);
    try {
      setStep(await deed());
    } catch (error) {
      const calledOff = error instanceof DOMException && error.name === 'AbortError';
      setFailure(calledOff ? t('exchange_called_off_import') : t('exchange_unchanged', { reason: sentenceOf(error) }));
      setStep(otherwise);
    }
  };

  const read = async (chosen: File): Promise<Step> => {
    if (chosen.size > LARGEST) throw new Error(t('exchange_too_large', { file: chosen.name }));
    const off = new AbortController();
    running.current = off;
    const { name } = chosen;
    setStep({ is: 'reading', name, done: 0, of: 0, off });
    const [bytes, present] = await Promise.all([chosen.arrayBuffer(), readContent()]);
    return { is: 'previewed', name, ...(await previewFile({ bytes, present, now: Date.now() }, off.signal)) };
  };
  const write = async (file: ReadFile): Promise<Step> => {
    const off = new AbortController();
    running.current = off;
    setStep({ is: 'importing', done: 0, of: 0, off });
    const { before, done: plan } = await afterSnapshot('importing', () =>
      changeContent((present) => planImport(present, file.rows, Date.now()), {
        signal: off.signal,
        progress: (done, of) => setStep({ is: 'importing', done, of, off }),
      }),
    );
    running.current = null;
    return { is: 'done', plan, before: before.id };
  };

  return (
    <Dialog title={t('exchange_import_title')} close={close}>
      {(step.is === 'choosing' || step.is === 'previewed') && (
        <p>
          <label for={`${id}file`}>{t('exchange_choose')}</label>
          <input
            id={`${id}file`}
            type="file"
            accept=".json,.jsonld,.csv,application/json,application/ld+json,text/csv"
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? [];
              if (chosen) void tried(() => read(chosen), { is: 'choosing' });
            }}
          />
        </p>
      )}
      <div role="status">
        {step.is === 'reading' && <p>{t('exchange_reading', { file: step.name })}</p>}
        {step.is === 'done' && (
          <p>
            {t('exchange_done', {
              new: counted('exchange_new_notes', step.plan.count.new),
              changed: step.plan.count.changed,
            })}
          </p>
        )}
        {step.is === 'undone' && <p>{t('exchange_undone')}</p>}
      </div>
      {step.is === 'previewed' && (
        <ImportPreview
          name={step.name}
          file={step.file}
          plan={step.plan}
          accept={() => void tried(() => write(step.file), step)}
        />
      )}
      {step.is === 'reading' && (
        <p class="deeds">
          <UnderWay label={t('exchange_reading', { file: step.name })} {...step} />
        </p>
      )}
      {step.is === 'importing' && (
        <p class="deeds">
          <UnderWay label={t('exchange_importing')} {...step} />
        </p>
      )}
      {step.is === 'done' && (
        <p class="deeds">
          <button type="button" class="button" onClick={close}>
            {t('close')}
          </button>
          <button
            type="button"
            class="link"
            onClick={() =>
              void tried(async () => {
                await restoreSnapshot(step.before);
                return { is: 'undone' };
              }, step)
            }
          >
            {t('exchange_undo_import')}
          </button>
        </p>
      )}
      <Failure words={failure} />
    </Dialog>
  );
}

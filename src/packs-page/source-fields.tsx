import type { OwnSource } from '../core/own-claim';
import { t } from '../i18n/messages';
import { Words, Year } from './fields';
import { useFocusAlong } from './use-focus-along';

interface SourceFieldsProps {
  list: OwnSource[];
  change: (list: OwnSource[]) => void;
  empty: OwnSource;
  /** Says that one was taken out, and how it comes back. */
  gone: (putBack: (list: OwnSource[]) => OwnSource[]) => void;
}

/** Whether anything is written of a source. */
export const isBegun = (source: OwnSource): boolean =>
  Object.values(source).some((part) => part !== null && part !== '');

/** The works that an argument rests on, to be named. */
export function SourceFields({ list, change, empty, gone }: SourceFieldsProps) {
  const box = useFocusAlong<HTMLDivElement>(list.length);
  const put = (place: number, changed: Partial<OwnSource>) =>
    change(list.map((one, i) => (i === place ? { ...one, ...changed } : one)));
  const drop = (place: number) => {
    const [dropped] = list.slice(place);
    change(list.toSpliced(place, 1));
    if (dropped && isBegun(dropped)) gone((now) => now.toSpliced(place, 0, dropped));
  };
  return (
    <div ref={box} class="sources-written">
      {list.map((source, i) => (
        <div key={i} class="written source-written">
          <Words label={t('claim_source_author')} value={source.author} change={(author) => put(i, { author })} />
          <Words label={t('claim_source_title')} value={source.title} change={(title) => put(i, { title })} />
          <Words label={t('claim_source_venue')} value={source.venue} change={(venue) => put(i, { venue })} />
          <Year label={t('claim_source_year')} value={source.year} change={(year) => put(i, { year })} />
          <Words
            label={t('claim_source_url')}
            value={source.url}
            pattern="https?://.+"
            wrong={t('claim_wrong_url')}
            change={(url) => put(i, { url: url.trim() })}
          />
          {list.length > 1 && (
            <button type="button" class="link small" onClick={() => drop(i)}>
              {t('claim_drop_source')}
            </button>
          )}
        </div>
      ))}
      <button type="button" class="link small" onClick={() => change([...list, empty])}>
        {t('claim_add_source')}
      </button>
    </div>
  );
}

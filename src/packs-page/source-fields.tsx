import type { OwnSource } from '../core/own-claim';
import { t } from '../i18n/messages';
import { Words, Year } from './fields';

interface SourceFieldsProps {
  list: OwnSource[];
  change: (list: OwnSource[]) => void;
  empty: OwnSource;
}

/** The works that an argument rests on, to be named. */
export function SourceFields({ list, change, empty }: SourceFieldsProps) {
  const put = (place: number, changed: Partial<OwnSource>) =>
    change(list.map((one, i) => (i === place ? { ...one, ...changed } : one)));
  return (
    <div class="sources-written">
      {list.map((source, i) => (
        <div key={i} class="source-written">
          <Words label={t('claim_source_author')} value={source.author} change={(author) => put(i, { author })} />
          <Words label={t('claim_source_title')} value={source.title} change={(title) => put(i, { title })} />
          <Words label={t('claim_source_venue')} value={source.venue} change={(venue) => put(i, { venue })} />
          <Year label={t('claim_source_year')} value={source.year} change={(year) => put(i, { year })} />
          <Words label={t('claim_source_url')} value={source.url} change={(url) => put(i, { url: url.trim() })} />
          {list.length > 1 && (
            <button type="button" class="link small" onClick={() => change(list.filter((_, other) => other !== i))}>
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

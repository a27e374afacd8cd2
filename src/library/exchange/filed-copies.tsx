import { useEffect, useState } from 'preact/hooks';
import { toOwnJson } from '../../exchange/own-json';
import { t } from '../../i18n/messages';
import { filedContent, filedSnapshots } from '../../store/snapshots';
import { publishedInWords } from '../../ui/dates';
import { download } from '../../ui/download';
import { Failure } from './dialog';

/** Where the library cannot be opened: the copies of it that stand in files, to be saved as what Import takes in. */
export function FiledCopies() {
  const [ids, setIds] = useState<string[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    filedSnapshots().then(setIds, (error: unknown) => console.warn('No files of snapshots:', error));
  }, []);
  if (ids.length === 0) return null;
  const save = async (id: string) => {
    setFailure(null);
    try {
      const json = toOwnJson(await filedContent(id));
      download(new File([json], `counterpoint-${dayOf(id)}.json`, { type: 'application/json' }));
    } catch (error) {
      console.warn('A file of a snapshot:', error);
      setFailure(t('library_copy_damaged'));
    }
  };
  return (
    <div class="copies">
      <p>{t('library_copies')}</p>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <button type="button" class="link" onClick={() => void save(id)}>
              {t('library_copy_save', { day: publishedInWords(dayOf(id)) })}
            </button>
          </li>
        ))}
      </ul>
      <Failure words={failure} />
    </div>
  );
}

/** `2026-11-22`, also of one that was taken before an import. */
const dayOf = (id: string): string => id.slice(0, 10);

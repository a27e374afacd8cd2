import { useEffect, useState } from 'preact/hooks';
import { toOwnJson } from '../../exchange/own-json';
import { t } from '../../i18n/messages';
import { sentenceOf } from '../../i18n/worded';
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
    const json = toOwnJson(await filedContent(id));
    download(new File([json], `counterpoint-${id.replace(/ .*/, '')}.json`, { type: 'application/json' }));
  };
  return (
    <div class="copies">
      <p>{t('library_copies')}</p>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <button
              type="button"
              class="link"
              onClick={() => void save(id).catch((error: unknown) => setFailure(sentenceOf(error)))}
            >
              {t('library_copy_save', { day: publishedInWords(id.slice(0, 10)) })}
            </button>
          </li>
        ))}
      </ul>
      <Failure words={failure} />
    </div>
  );
}

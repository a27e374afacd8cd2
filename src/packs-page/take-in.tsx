import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/messages';

interface TakeInProps {
  fromFile: (file: File) => void;
  fromAddress: (typed: string) => void;
}

/** The two ways a pack comes in: its file, chosen or dropped anywhere on the page, and its address. */
export function TakeIn({ fromFile, fromAddress }: TakeInProps) {
  const [typed, setTyped] = useState('');
  const over = useDrop(fromFile);
  return (
    <section class={`take-in ${over ? 'over' : ''}`} aria-labelledby="take-in">
      <h2 id="take-in">{t('packs_add')}</h2>
      <p>
        <label for="pack-file">{t('packs_choose')}</label>
        <input
          id="pack-file"
          type="file"
          accept=".json,.yaml,.yml,.gz"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) fromFile(file);
            // The same file, mended, may be chosen again.
            currentTarget.value = '';
          }}
        />
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          fromAddress(typed);
        }}
      >
        <label for="pack-address">{t('packs_address')}</label>
        <span class="address">
          <input
            id="pack-address"
            type="url"
            dir="ltr"
            required
            aria-describedby="pack-address-about"
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <button type="submit" class="button">
            {t('packs_fetch')}
          </button>
        </span>
        <p class="small quiet" id="pack-address-about">
          {t('packs_address_about')}
        </p>
      </form>
    </section>
  );
}

/** Takes a file that is dropped on the page. @returns whether one is being dragged over it */
function useDrop(fromFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    const brings = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    document.addEventListener(
      'dragover',
      (event) => {
        if (!brings(event)) return;
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    document.addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) setOver(false);
      },
      { signal },
    );
    document.addEventListener(
      'drop',
      (event) => {
        setOver(false);
        if (!brings(event)) return;
        event.preventDefault();
        const [file] = event.dataTransfer?.files ?? [];
        if (file) fromFile(file);
      },
      { signal },
    );
    return () => gone.abort();
  }, []);
  return over;
}

import { useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { sentenceOf } from '../../i18n/worded';
import { FolderError } from '../../sync/folder';

/** One attempt at a time, and what came in its way in plain words. */
export function useAttempt() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const attempt = async (deed: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    await deed().catch((error: unknown) =>
      setFailure(error instanceof FolderError ? t(`sync_trouble_${error.trouble}`) : sentenceOf(error)),
    );
    setBusy(false);
  };
  return { busy, failure, attempt };
}

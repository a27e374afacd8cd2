import { useState } from 'preact/hooks';
import { t } from '../i18n/messages';
import { changeDismissed, readDismissedNames } from '../store/echoes';
import { live } from '../store/live';
import { useLive } from '../ui/use-live';

/** How many echoes the reader has dismissed for good, and the way to have them shown again; which can be taken back. */
export function DismissedEchoes({ id }: { id: string }) {
  const dismissed = useLive(() => live(readDismissedNames), []) ?? [];
  const [restored, setRestored] = useState<string[]>([]);
  const isUndo = dismissed.length === 0 && restored.length > 0;
  const words = isUndo ? t('undo') : t('settings_dismissed_again', { count: dismissed.length });
  const change = () => {
    setRestored(isUndo ? [] : dismissed);
    void changeDismissed(isUndo ? restored : dismissed, isUndo);
  };
  return (
    <button
      id={id}
      type="button"
      class="button"
      aria-label={`${t('settings_dismissed')}: ${words}`}
      aria-describedby={`${id}-about`}
      disabled={dismissed.length === 0 && !isUndo}
      onClick={change}
    >
      {words}
    </button>
  );
}

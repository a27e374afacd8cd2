import { askPage } from '../contract/page';
import { t } from '../i18n/messages';
import { live } from '../store/live';
import { changeSetting, readSettings } from '../store/settings';
import { useBox } from '../ui/use-box';
import { useLive } from '../ui/use-live';

/** Whether the terms explained are marked in the text: at once in this tab, in others when the reader comes back to them. */
export function TermSwitch({ tabId }: { tabId: number }) {
  const settings = useLive(() => live(readSettings), []);
  const change = async (wanted: boolean) => {
    await changeSetting('terms', wanted);
    await askPage(tabId, 'refresh', {}).catch(() => undefined);
  };
  return (
    <label class="term-switch">
      <input {...useBox(settings?.terms ?? false, change)} />
      {t('popup_mark_terms')}
    </label>
  );
}

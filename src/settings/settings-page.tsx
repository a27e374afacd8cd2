import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { askBackground } from '../contract/ask';
import { foldText } from '../core/fold';
import { speak } from '../i18n/languages';
import { t } from '../i18n/messages';
import { live } from '../store/live';
import { changeReviewSettings, readReviewSettings } from '../store/review-settings';
import { changeSetting, nameColor, readSettings } from '../store/settings';
import { tellPages } from '../this-article/tell-pages';
import { useLive } from '../ui/use-live';
import { ChoiceRow, type Chosen, GROUPS } from './choices';
import { Help } from './help';

/** Every choice the reader has, searchable, each in effect at once; below them the keys. */
export function SettingsPage() {
  const settings = useLive(() => live(readSettings), []);
  const review = useLive(() => live(readReviewSettings), []);
  const [wanted, setWanted] = useState('');
  const [, setSpoken] = useState<string | null>(null);
  const language = settings?.language ?? null;
  useEffect(() => {
    if (!settings) return;
    void speak(language).then(() => {
      setSpoken(language);
      document.title = `${t('settings_title')} – ${t('extension_short_name')}`;
    });
  }, [settings !== undefined, language]);
  if (!settings || !review) return <p class="loading quiet">{t('popup_opening')}</p>;
  const chosen: Chosen = {
    settings,
    review,
    change: (name, value) => changeSetting(name, value).then(tellPages),
    nameColor: (color, meaning) => void nameColor(color, meaning).then(tellPages),
    changeReview: async (change) => {
      await changeReviewSettings(change);
      await askBackground('showDue', {});
    },
  };
  const groups = GROUPS.map(({ title, choices }) => ({
    title,
    choices: choices.filter(({ label, about }) => matches(`${t(title)} ${t(label)} ${t(about)}`, wanted)),
  })).filter(({ choices }) => choices.length > 0);
  return (
    <>
      <header>
        <h1>{t('settings_title')}</h1>
        <nav aria-label={t('welcome_go_on')}>
          <a href={browser.runtime.getURL('src/library/index.html')}>{t('popup_library')}</a>
          <a href={browser.runtime.getURL('src/packs-page/index.html')}>{t('packs_title')}</a>
          <a href={browser.runtime.getURL('src/welcome/index.html')}>{t('settings_practice')}</a>
        </nav>
      </header>
      <input
        type="search"
        class="search"
        dir="auto"
        aria-label={t('settings_search')}
        placeholder={t('settings_search')}
        value={wanted}
        onInput={(event) => setWanted(event.currentTarget.value)}
      />
      <p role="status" class={groups.length === 0 ? '' : 'unseen'}>
        {groups.length === 0 ? t('settings_none') : wanted && t('settings_found', { count: groups.length })}
      </p>
      {groups.map(({ title, choices }) => (
        <section key={title} aria-labelledby={title}>
          <h2 id={title}>{t(title)}</h2>
          {choices.map((choice) => (
            <ChoiceRow key={choice.label} choice={choice} chosen={chosen} />
          ))}
        </section>
      ))}
      {matches(t('help_title'), wanted) && <Help />}
    </>
  );
}

/** Whether all the words wanted are in a text, whatever their case and accents. */
function matches(text: string, wanted: string): boolean {
  const folded = foldText(text);
  return foldText(wanted)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

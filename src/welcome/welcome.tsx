import { useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { secondScript } from '../content-script/second-script';
import { Visit } from '../content-script/visit';
import { answerHere } from '../contract/ask';
import { t } from '../i18n/messages';
import { ENGLISH } from '../ui/english';
import { practiceAnswers, type Tried } from './practice-answers';
import { HEADLINE, PARAGRAPHS, PRACTICE_CLAIMS } from './practice-article';

const STEPS = ['argument', 'highlight', 'note'] as const satisfies (keyof Tried)[];

/** What Counterpoint is, learned by doing on a practice article; what is stored; where to go on. */
export function Welcome() {
  const [tried, setTried] = useState<Tried>({ argument: false, highlight: false, note: false });
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = t('welcome_title');
    const { key, url } = PRACTICE_CLAIMS;
    const element = body.current;
    if (!element) return;
    answerHere(practiceAnswers((news) => setTried((before) => ({ ...before, ...news }))));
    const address = { key, url };
    new Visit(
      async () => secondScript(),
      () => ({ address, headline: HEADLINE, author: '', body: element }),
      () => address,
    ).start();
  }, []);
  const done = STEPS.filter((step) => tried[step]).length;
  return (
    <main class="welcome">
      <header>
        <h1>{t('welcome_title')}</h1>
        <p class="lead">{t('popup_about')}</p>
      </header>
      <section class="steps" aria-labelledby="steps-title">
        <h2 id="steps-title">{t('welcome_try')}</h2>
        <ol>
          {STEPS.map((step) => (
            <li key={step} class={tried[step] ? 'done' : ''}>
              <span class="tick" role="img" aria-label={t(tried[step] ? 'welcome_done' : 'welcome_to_do')} />
              <span>{t(`welcome_step_${step}`)}</span>
            </li>
          ))}
        </ol>
        <p class="small quiet">{t('welcome_keys')}</p>
        <p role="status" class={done === STEPS.length ? 'all-done' : 'unseen'}>
          {done === STEPS.length ? t('welcome_all_done') : t('welcome_progress', { done, count: STEPS.length })}
        </p>
      </section>
      <article {...ENGLISH}>
        <h2>{HEADLINE}</h2>
        <div ref={body}>
          {PARAGRAPHS.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </article>
      <section class="promise" aria-labelledby="promise-title">
        <h2 id="promise-title">{t('welcome_kept_title')}</h2>
        <ul>
          <li>{t('welcome_kept_here')}</li>
          <li>{t('welcome_kept_nothing_sent')}</li>
          <li>{t('welcome_kept_page')}</li>
          <li>{t('welcome_kept_practice')}</li>
        </ul>
        <p class="small quiet">{t('popup_independent')}</p>
      </section>
      <nav class="on" aria-label={t('welcome_go_on')}>
        <a class="button" href="https://thediplomat.com/">
          {t('welcome_to_site')}
        </a>
        <a href={browser.runtime.getURL('src/library/index.html')}>{t('popup_library')}</a>
        <a href={browser.runtime.getURL('src/settings/index.html')}>{t('settings_title')}</a>
      </nav>
    </main>
  );
}

import shown from 'virtual:shown-article';
import { render } from 'preact';
import english from '../../_locales/en/messages.json';
import { Card, type CardDeeds } from '../../src/content-script/card';
import { claimMark } from '../../src/content-script/mark';
import styles from '../../src/content-script/page-ui.css?inline';
import { useMessages } from '../../src/i18n/messages';
import parts from '../../src/ui/parts.css?inline';
import tokens from '../../src/ui/tokens.css?inline';

// The cards as the reader will see them, one below the other; what a click would do in an article it does not do here.
useMessages(english);
const none = () => undefined;
const DEEDS: CardDeeds = {
  close: none,
  step: none,
  openMark: none,
  openPopup: none,
  saveNote: (_, text) => Promise.resolve(text),
  draftOf: () => undefined,
  recolor: none,
  remove: none,
  dismiss: none,
  takeStance: none,
  openedCounterargument: none,
};
/** On a page a card is put beside its words; here there are none. */
const LAYOUT = `
:host { position: static !important; width: auto !important; height: auto !important; --rem: 16px; }
main { max-width: 26rem; margin: 2rem auto; display: grid; gap: 2rem; }
h1, p, pre { font-family: var(--sans); color: var(--ink); overflow-wrap: anywhere; white-space: pre-wrap; }
.card { position: static; max-height: none; width: auto; }`;

function Cards() {
  const { article, faults } = shown;
  if (!article) return <pre role="alert">{faults.join('\n')}</pre>;
  return (
    <>
      <h1>{article.headline}</h1>
      <p>{article.summary}</p>
      {article.claims.map((claim, i) => (
        <Card
          key={claim.id}
          mark={claimMark(claim, i + 1)}
          also={[]}
          beside={[]}
          claimCount={article.claims.length}
          note=""
          said={{ stance: null, unfolds: true }}
          writing={false}
          original={null}
          meanings={{ yellow: '', green: '', blue: '', pink: '', purple: '' }}
          deeds={DEEDS}
        />
      ))}
    </>
  );
}

const host = document.createElement('div');
document.documentElement.style.colorScheme = 'light dark';
document.body.append(host);
const root = host.attachShadow({ mode: 'open' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(`${tokens}\n${parts}\n${styles}\n${LAYOUT}`);
root.adoptedStyleSheets = [sheet];
const main = document.createElement('main');
root.append(main);
render(<Cards />, main);

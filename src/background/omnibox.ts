import browser from 'webextension-polyfill';
import type { Annotation } from '../core/annotation';
import { foldText } from '../core/fold';
import { t } from '../i18n/messages';
import { newestAnnotations } from '../store/annotations';

/** So many of the newest annotations are looked through: a suggestion has to be there before the next key. */
const SEARCHED = 2000;
const SUGGESTED = 6;

const libraryAt = (words: string): string =>
  `${browser.runtime.getURL('src/library/index.html')}?${new URLSearchParams({ q: words })}`;

/** Offers the reader's own words in the address bar, after the keyword; Enter searches the library for them. */
export function openOmnibox(): void {
  browser.omnibox.onInputStarted.addListener(() => hint(t('omnibox_empty')));
  browser.omnibox.onInputChanged.addListener((typed, suggest) => {
    hint(t('omnibox_hint', { words: typed }));
    void matching(typed).then((found) =>
      suggest(
        found.map(({ target, note }) =>
          suggestion(target.kind === 'words' ? target.quote.exact : target.statement, note),
        ),
      ),
    );
  });
  browser.omnibox.onInputEntered.addListener((typed, disposition) => {
    const url = libraryAt(typed);
    void (disposition === 'currentTab' ? browser.tabs.update({ url }) : browser.tabs.create({ url }));
  });
}

/** The newest annotations that hold every word typed, in their quote, note or tags. */
async function matching(typed: string): Promise<Annotation[]> {
  const words = foldText(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const held = await newestAnnotations(SEARCHED);
  return held
    .filter(({ deleted, target, note, tags }) => {
      const own = target.kind === 'words' ? target.quote.exact : target.statement;
      const text = foldText([own, note, ...tags].join('\n'));
      return deleted === null && words.every((word) => text.includes(word));
    })
    .slice(0, SUGGESTED);
}

/** The quote's own words are what is searched for when it is chosen. */
function suggestion(words: string, note: string): { content: string; description: string } {
  const few = words.split(/\s+/u).slice(0, 12).join(' ');
  return {
    content: `"${few.replaceAll('"', ' ')}"`,
    description: plain(note === '' ? few : `${few} — ${note.slice(0, 80)}`),
  };
}

const hint = (words: string): void => browser.omnibox.setDefaultSuggestion({ description: plain(words) });

/** Chromium reads a description as XML, Firefox as text: without these signs both show the same. */
const plain = (words: string): string => words.replace(/[<>&"'\p{Cc}]/gu, ' ');

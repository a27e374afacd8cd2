import { direction, language, type Messages, useMessages } from './messages';

/** The languages of `_locales`, as each calls itself. */
export const LANGUAGES = {
  ar: 'العربية',
  en: 'English',
  fr: 'Français',
  id: 'Bahasa Indonesia',
  ja: '日本語',
  vi: 'Tiếng Việt',
  zh_CN: '简体中文',
} as const;

/**
 * The messages of the language the reader chose, from the extension's own files (for its pages and its background).
 *
 * @returns `null` where none was chosen, or one we do not speak: the browser's is spoken then
 */
export async function messagesOf(language: string | null): Promise<Messages | null> {
  if (language === null || !(language in LANGUAGES)) return null;
  const file = await fetch(`/_locales/${language}/messages.json`);
  return (await file.json()) as Messages;
}

/** Has a page of the extension speak the language the reader chose, or, where none was chosen, the browser's. */
export async function speak(chosen: string | null): Promise<void> {
  useMessages(await messagesOf(chosen));
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
}

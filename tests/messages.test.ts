import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ESTree, parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../src/i18n/languages';

type Messages = Record<string, { message: string }>;
const read = (language: string): Messages =>
  JSON.parse(readFileSync(`_locales/${language}/messages.json`, 'utf8')) as Messages;
const english = read('en');

const PLURAL = /_(zero|one|two|few|many|other)$/;
/** Keys without the plural category: the same in every language. */
const stem = (key: string): string => (isCounted(key) ? key.replace(PLURAL, '') : key);
const isCounted = (key: string): boolean => PLURAL.test(key) && `${key.replace(PLURAL, '')}_other` in english;
const slots = (message: string): string[] => [...new Set(message.match(/\{\w+\}/g) ?? [])].sort();

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });

/** A node of the syntax tree, as far as it is looked at here. */
type Node = ESTree.Node & Record<string, unknown>;

function* nodes(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodes(one);
  else if (typeof value === 'object' && value !== null && 'type' in value) {
    yield value as Node;
    for (const part of Object.values(value)) yield* nodes(part);
  }
}

const trees = files('src').map((path) => {
  const source = readFileSync(path, 'utf8');
  return { path, source, nodes: [...nodes(parseSync(path, source).program)] };
});

/** What authors of claims are told, at their build, and an article that is in English. */
const UNSPOKEN = /^src\/claims\/|practice-article\.ts$/;
/** Attributes that are read to or by somebody. */
const SPOKEN_ATTRIBUTES = /^(aria-label|aria-description|title|placeholder|alt|label)$/;
const LETTERS = /\p{L}{2}/u;

describe('the words of the interface', () => {
  it('are in every language that can be chosen, and in no other', () => {
    expect(readdirSync('_locales').sort()).toEqual(Object.keys(LANGUAGES).sort());
  });

  it.each(Object.keys(LANGUAGES))('%s has every message, with what is put into it, and no other', (language) => {
    const own = read(language);
    expect([...new Set(Object.keys(own).map(stem))].sort()).toEqual(
      [...new Set(Object.keys(english).map(stem))].sort(),
    );
    const categories = new Intl.PluralRules(language.replace('_', '-')).resolvedOptions().pluralCategories;
    for (const counted of new Set(Object.keys(english).filter(isCounted).map(stem))) {
      const has = categories.filter((category) => `${counted}_${category}` in own);
      expect(has.sort(), counted).toEqual([...categories].sort());
    }
    for (const [key, { message }] of Object.entries(own)) {
      expect(message.trim(), key).not.toBe('');
      expect(message, `${key}: Chrome puts its own things in for $`).not.toContain('$');
      const model = english[key] ?? english[`${stem(key)}_other`];
      // One of something may be said without its number.
      const wanted = slots(model?.message ?? '').filter((slot) => !(isCounted(key) && slot === '{count}'));
      expect(
        slots(message).filter((slot) => !(isCounted(key) && slot === '{count}')),
        key,
      ).toEqual(wanted);
    }
  });

  it('are all used', () => {
    const used: RegExp[] = trees.flatMap(({ nodes }) =>
      nodes.flatMap((node) => {
        if (node.type === 'Literal' && typeof node.value === 'string') return [exactly(node.value)];
        if (node.type !== 'TemplateLiteral') return [];
        const parts = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
        return /^[a-z_]{4,}$/.test(parts.join('')) ? [new RegExp(`^${parts.join('\\w+')}$`)] : [];
      }),
    );
    const manifests = ['manifest.json', 'manifest.browsers.ts'].map((path) => readFileSync(path, 'utf8')).join();
    const manifest = [...manifests.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key);
    const unused = Object.keys(english)
      .map(stem)
      .filter((key) => !manifest.includes(key) && !used.some((use) => use.test(key)));
    expect(unused).toEqual([]);
  });

  it('are not written into the sources', () => {
    const written = trees
      .filter(({ path }) => !UNSPOKEN.test(path))
      .flatMap(({ path, source, nodes }) =>
        nodes.flatMap((node) => {
          const line = () => `${path}:${source.slice(0, node.start).split('\n').length}`;
          if (node.type === 'JSXText' && LETTERS.test(node.value) && node.value.trim() !== 'thediplomat.com') {
            return [`${line()} ${node.value.trim()}`];
          }
          if (node.type === 'JSXAttribute') {
            const { name, value } = node as unknown as { name: { name: string }; value: Node | null };
            if (!SPOKEN_ATTRIBUTES.test(name.name)) return [];
            return [...texts(value)].filter((words) => LETTERS.test(words)).map((words) => `${line()} ${words}`);
          }
          // A sentence anywhere: a capital, words, an end.
          if (node.type === 'Literal' && typeof node.value === 'string' && /^\p{Lu}\p{Ll}+ .*[.…]$/u.test(node.value)) {
            return [`${line()} ${node.value}`];
          }
          return [];
        }),
      );
    expect(written).toEqual([]);
  });
});

const exactly = (text: string): RegExp => new RegExp(`^${text.replace(/[^\w]/g, '\\$&')}$`);

/** The texts of an attribute's value that are no keys of messages. */
function* texts(value: Node | null): Generator<string> {
  if (value === null) return;
  for (const node of nodes(value)) {
    if (node.type === 'Literal' && typeof node.value === 'string' && !(stem(node.value) in english)) yield node.value;
    if (node.type === 'TemplateLiteral') {
      const text = (node.quasis as { value: { cooked: string } }[]).map((part) => part.value.cooked).join('');
      if (/\p{L} \p{L}/u.test(text)) yield text;
    }
  }
}

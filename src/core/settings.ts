import type { Color } from './annotation';

/** What the reader chose. */
export interface Settings {
  /** Whether claims are underlined. */
  showClaims: boolean;
  /** Whether sentences that resemble a claim of another article are marked. */
  showEchoes: boolean;
  /** Whether the reader's highlights are painted. */
  showHighlights: boolean;
  /** Whether selecting words offers the toolbar. */
  toolbar: boolean;
  /** The hosts on which it does not: each means itself and what ends in it. */
  toolbarOffOn: string[];
  /** Whether counterarguments stay folded until the reader has said what they think, or opens one. */
  askFirst: boolean;
  /** Whether terms of the glossary are marked in the text. */
  terms: boolean;
  /** What each colour stands for, in the reader's own words; empty where the reader named nothing. */
  meanings: Record<Color, string>;
  /** The language of the interface, a folder of `_locales`; `null`: the browser's. */
  language: string | null;
}

/** Whether a host is one of these, or a part of one: `www.example.org` is a part of `example.org`. */
export const isAmong = (hosts: readonly string[], host: string): boolean =>
  hosts.some((one) => host === one || host.endsWith(`.${one}`));

/** The hosts in what a reader typed or pasted: names or addresses, parted by white space or commas. What is none is left out. */
export function hostsIn(typed: string): string[] {
  const hosts = typed.split(/[\s,;،、，]+/u).flatMap((word) => {
    const address = /^[a-z]+:\/\//iu.test(word) ? word : `https://${word}`;
    const { hostname = '' } = URL.parse(address) ?? {};
    return /[^.]\.[^.]/u.test(hostname) ? [hostname.replace(/^www\./u, '')] : [];
  });
  return [...new Set(hosts)];
}

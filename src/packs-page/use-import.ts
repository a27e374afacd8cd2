import { useState } from 'preact/hooks';
import { t } from '../i18n/messages';
import { sentenceOf } from '../i18n/worded';
import type { Admission, KeptPack } from '../packs/admit';
import { keptPacks } from '../packs/kept-packs';
import { type OpenedPack, openPack } from '../packs/pack-file';
import { PackRefused } from '../packs/pack-refused';
import { LARGEST } from '../packs/packing';
import { fingerprintOf } from '../packs/signature';
import { fetchPack } from './fetch-pack';

/** A pack as the reader sees it before it is kept. */
export interface Previewed {
  opened: OpenedPack;
  origin: string;
  admission: Admission;
  /** The key's fingerprint; `null` when nobody signed it. */
  fingerprint: string | null;
  /** The pack whose place it would take. */
  former: KeptPack | null;
}

/** Where the taking in of a pack stands. Nothing is kept before the reader has seen what would be. */
export type Importing =
  | { is: 'idle' }
  | { is: 'reading'; name: string }
  | { is: 'refused'; name: string; reason: string }
  | { is: 'previewed'; preview: Previewed };

/** Reads packs from files and addresses and shows what would be kept. */
export function useImport() {
  const [importing, setImporting] = useState<Importing>({ is: 'idle' });
  const read = async (name: string, bringing: Promise<{ origin: string; bytes: Uint8Array<ArrayBuffer> }>) => {
    setImporting({ is: 'reading', name });
    try {
      const { origin, bytes } = await bringing;
      setImporting({ is: 'previewed', preview: await previewOf(await openPack(bytes), origin) });
    } catch (error) {
      setImporting({ is: 'refused', name, reason: sentenceOf(error) });
    }
  };
  return {
    importing,
    fromFile: (file: File) => read(file.name, bytesOf(file)),
    /** Only in answer to a click or a key: the browser asks for the host. */
    fromAddress: (typed: string) =>
      read(
        typed.trim(),
        fetchPack(typed).then(({ address, bytes }) => ({ origin: address, bytes })),
      ),
    /** Keeps what was previewed. @returns it, once it is kept; `null` when it was refused at the last moment */
    async keep({ opened, origin }: Previewed): Promise<OpenedPack | null> {
      try {
        await keptPacks.import(opened, origin);
        setImporting({ is: 'idle' });
        return opened;
      } catch (error) {
        setImporting({ is: 'refused', name: opened.pack.name, reason: sentenceOf(error) });
        return null;
      }
    },
    leave: () => setImporting({ is: 'idle' }),
  };
}

async function bytesOf(file: File): Promise<{ origin: string; bytes: Uint8Array<ArrayBuffer> }> {
  // Not even read.
  if (file.size > LARGEST) throw new PackRefused(t('pack_large', { count: LARGEST / 1024 / 1024 }));
  return { origin: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function previewOf(opened: OpenedPack, origin: string): Promise<Previewed> {
  const [admission, former, fingerprint] = await Promise.all([
    keptPacks.preview(opened),
    keptPacks.packs.get(opened.pack.id),
    opened.key === null ? null : fingerprintOf(opened.key),
  ]);
  return { opened, origin, admission, fingerprint, former: former ?? null };
}

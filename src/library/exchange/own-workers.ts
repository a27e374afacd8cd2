import exportWorker from './export-worker?worker&url';
import importWorker from './import-worker?worker&url';

/** Where the scripts of our workers lie: the only addresses that a page of ours may make code of. */
const ADDRESSES = { export: exportWorker, import: importWorker };

/** What is used of Trusted Types (https://w3c.github.io/trusted-types/); what is trusted passes for the string it stands for. */
interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ) => { createScriptURL: (address: string) => string };
}

/** The manifest's policy knows this name and no other. Firefox before 148 has no Trusted Types and takes the string. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('counterpoint-workers', {
  createScriptURL(address) {
    if (!Object.values(ADDRESSES).includes(address)) throw new TypeError(`${address} is no worker of ours`);
    return address;
  },
});

/** Starts one of our workers, see beside. */
export function startWorker(which: keyof typeof ADDRESSES): Worker {
  const address = ADDRESSES[which];
  return new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
}

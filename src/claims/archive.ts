import { ClaimArchive, type ReadFile } from './archive-read';
import { Copies } from './copies';

/** Reads one of the claim database's files, which are the extension's own. */
export const readFile: ReadFile = async (name) => {
  const response = await fetch(`/${name}`);
  if (!response.ok) throw new Error(`${name} is not in the extension.`);
  return response.arrayBuffer();
};

/** The claim database that ships with the extension. */
export const archive = new ClaimArchive(readFile);

/** The copies of its articles. */
export const copies = new Copies(readFile, archive);

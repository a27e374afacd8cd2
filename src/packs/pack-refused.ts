/** A pack was refused, and nothing was changed. The message is a sentence for the reader. */
export class PackRefused extends Error {
  override name = 'PackRefused';
}

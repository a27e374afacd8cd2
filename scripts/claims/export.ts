import { parseArgs } from 'node:util';
import { compileClaims } from '../../src/claims/compile';
import { toArgdown } from './argdown';
import { BIBLIOGRAPHY, readSource, shippedFiles } from './claim-files';
import { toClaimReview } from './claim-review';

const FORMATS = { argdown: toArgdown, claimreview: toClaimReview };

/** Prints claim files in a format of others. @throws what is wrong with them */
export function exportClaims(args: string[]): void {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { bibliography: { type: 'string', default: BIBLIOGRAPHY } },
  });
  const [format = '', ...files] = positionals;
  if (format !== 'argdown' && format !== 'claimreview') throw new Error('Say which format: argdown or claimreview.');
  const articles = compileClaims(
    (files.length > 0 ? files : shippedFiles()).map(readSource),
    readSource(values.bibliography),
  );
  // The oldest first.
  console.log(FORMATS[format]([...articles].sort((a, b) => (a.published < b.published ? -1 : 1))).trimEnd());
}

/**
 * By what the copies of an article are known that stand at other addresses. Beside the archive's files, in the same
 * manner (see archive-format.ts): two words (MAGIC, articles n), then for each article, in the order of their ranks,
 * PRINTS hashes of four words in a row that begin or end a passage; 0 where it has fewer.
 *
 * A table of hashes would be of twice the size; this one is walked through once for a page, and let go.
 */
export const PRINTS_MAGIC = 0x31_4e_52_50;
export const PRINTS_HEAD = 2;
/** Twice what makes a candidate (see copies.ts), and as many again lost to edits. */
export const PRINTS = 8;
export const PRINTS_FILE = 'claims/prints.bin';

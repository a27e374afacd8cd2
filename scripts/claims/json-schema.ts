import { toJsonSchema } from '@valibot/to-json-schema';
import { articleFile, bibliographyFile } from '../../src/claims/schema';

const OPTIONS = { typeMode: 'input', errorMode: 'ignore' } as const;

/**
 * JSON Schemas of the claim files, for editors, by their file names. What they cannot say (dates that exist, ids that
 * are one, sources that are there) the check says.
 */
export const jsonSchemas = (): Record<string, string> => ({
  'article.schema.json': print('A claim file of Counterpoint', toJsonSchema(articleFile, OPTIONS)),
  'bibliography.schema.json': print('The works that claim files cite', toJsonSchema(bibliographyFile, OPTIONS)),
});

const print = (title: string, schema: object): string => `${JSON.stringify({ title, ...schema }, null, 2)}\n`;

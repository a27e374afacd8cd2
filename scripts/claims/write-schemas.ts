import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from './json-schema';

/** Writes the schemas that editors read beside the claim files. A test says when they are older than the schema. */
export function writeSchemas(): void {
  for (const [name, text] of Object.entries(jsonSchemas())) {
    const path = join('src', 'claims', name);
    writeFileSync(path, text);
    console.log(path);
  }
}

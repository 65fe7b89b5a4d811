/**
 * Writes the JSON Schemas that the package publishes, from the descriptions in src/schema.
 */
import { writeFile } from 'node:fs/promises';
import { LADDER_SCHEMA } from '../dist/lib/schema/ladder-file.js';
import { OUTPUT_SCHEMA } from '../dist/lib/schema/output.js';

export async function writeSchemas() {
  for (const [name, schema] of Object.entries({ ladder: LADDER_SCHEMA, output: OUTPUT_SCHEMA })) {
    await writeFile(`dist/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
  }
}

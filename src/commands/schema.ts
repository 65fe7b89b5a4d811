/**
 * `pmroles schema`: the JSON Schema of ladder files, for editors.
 */
import type { Example, Register } from './shared/session.ts';

/** What the command line may ask of the schema. */
export interface SchemaFlags {
  readonly output?: string;
  readonly force?: boolean;
}

/** What help shows. */
export const SCHEMA_EXAMPLES: readonly Example[] = [
  { line: 'pmroles schema -o ladder.schema.json', purpose: 'for an editor: completes keys, marks mistakes' },
  { line: 'pmroles schema', purpose: 'to the terminal or a pipe' },
];

/** Declares the command. */
export const registerSchema: Register = (program, perform) => {
  program
    .command('schema')
    .summary('the JSON Schema of ladder files, for editors')
    .description(
      'Write the JSON Schema of ladder files. Editors with the YAML language server (VS Code: the extension "YAML") take it from the first line of a file: # yaml-language-server: $schema=ladder.schema.json',
    )
    .option('-o, --output <file>', 'write it to a file')
    .option('--force', 'replace a file that is there')
    .action((flags: SchemaFlags) =>
      perform(
        async (session) => {
          const { runSchema } = await import('./schema-run.ts');
          return runSchema(flags, session);
        },
        // A schema is JSON, and nothing else.
        ['json'],
      ),
    );
};

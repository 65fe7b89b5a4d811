/**
 * `pmroles schema`: the JSON Schema of ladders, or of profiles, for editors.
 */
import { basename } from 'node:path';
import { printable } from '../report/printable.ts';
import type { Session } from './shared/session.ts';
import type { Destination } from './shared/write-to.ts';

export async function run(
  session: Session,
  [what = 'ladder']: readonly string[],
  { output, force }: Destination,
): Promise<number> {
  const { runtime, print } = session;
  const schema = runtime.part(what === 'profile' ? 'profile.schema.json' : 'ladder.schema.json');
  if (output === undefined || output === '-') {
    await print(schema);
    return 0;
  }
  await runtime.saveText(output, schema, force === true);
  const lines = [
    `Wrote ${output}. The first line of a ${what} beside it:`,
    `  # yaml-language-server: $schema=${basename(output)}`,
  ];
  await runtime.stdout.write(lines.map((line) => `${printable(line)}\n`).join(''));
  return 0;
}

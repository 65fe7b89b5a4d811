/**
 * What `pmroles export` does.
 */
import { flatTable } from '../convert/flat-table.ts';
import { writeJson } from '../convert/json-text.ts';
import { ladderDocument } from '../convert/ladder-document.ts';
import { ownYaml } from '../convert/own-yaml.ts';
import { writeYaml } from '../convert/yaml-text.ts';
import { PmrolesError } from '../core/errors.ts';
import type { Ladder } from '../core/model.ts';
import { MOST_BYTES } from '../core/size-limit.ts';
import { writeRecords } from '../render/csv.ts';
import { EXPORT_FORMATS, type ExportFlags } from './export.ts';
import { formatOf, type Session } from './session.ts';
import { writeTo } from './write-to.ts';

/**
 * Writes the ladder in use.
 *
 * @param flags what was asked for
 * @param session the run
 * @returns the exit code
 * @throws PmrolesError `write-failed`, and what loading the ladder throws
 */
export async function runExport(flags: ExportFlags, session: Session): Promise<number> {
  const { ladder } = await session.catalog();
  await writeTo(flags, session.runtime, await exported(ladder, session));
  return 0;
}

async function exported(ladder: Ladder, session: Session): Promise<string> {
  switch (formatOf(session.flags, EXPORT_FORMATS)) {
    case 'yaml':
      return (
        (await ownText(ladder, session)) ??
        writeYaml(ladderDocument(ladder), [`${ladder.title}: a ladder for pmroles.`])
      );
    case 'json':
      return writeJson(ladderDocument(ladder));
    case 'csv':
      return writeRecords(flatTable(ladderDocument(ladder)));
  }
}

/** What is one YAML file already keeps its comments and its order. */
async function ownText(ladder: Ladder, { flags, runtime }: Session): Promise<string | undefined> {
  if (flags.data === undefined || !/\.ya?ml$/i.test(flags.data)) return undefined;
  try {
    return ownYaml(await runtime.readText(flags.data, MOST_BYTES), ladder);
  } catch (error) {
    // A folder may be called so too; the ladder itself was read.
    if (error instanceof PmrolesError && error.code === 'read-failed') return undefined;
    throw error;
  }
}

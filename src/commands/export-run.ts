/**
 * What `pmroles export` does.
 */
import { flatTable } from '../convert/flat-table.ts';
import { writeJson } from '../convert/json-text.ts';
import { ladderDocument } from '../convert/ladder-document.ts';
import { ownYaml } from '../convert/own-yaml.ts';
import { writeYaml } from '../convert/yaml-text.ts';
import { writeRecords } from '../render/csv.ts';
import type { LoadedLadder } from '../runtime.ts';
import { EXPORT_FORMATS, type ExportFlags, type ExportFormat } from './export.ts';
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
  const loaded = await session.loaded();
  await writeTo(flags, session.runtime, exported(loaded, formatOf(session.flags, EXPORT_FORMATS)));
  return 0;
}

function exported({ ladder, text }: Pick<LoadedLadder, 'ladder' | 'text'>, format: ExportFormat): string {
  switch (format) {
    case 'yaml':
      return (
        ownYaml(text() ?? '', ladder) ?? writeYaml(ladderDocument(ladder), [`${ladder.title}: a ladder for pmroles.`])
      );
    case 'json':
      return writeJson(ladderDocument(ladder));
    case 'csv':
      return writeRecords(flatTable(ladderDocument(ladder)));
  }
}

/**
 * What `pmroles export` does.
 */
import { flatTable } from '../convert/flat-table.ts';
import { writeJson } from '../convert/json-text.ts';
import { ladderDocument } from '../convert/ladder-document.ts';
import { ownYaml } from '../convert/own-yaml.ts';
import { writeYaml } from '../convert/yaml-text.ts';
import { createCatalog } from '../core/catalog.ts';
import { writeRecords } from '../render/csv.ts';
import { renderMarkdownDocument } from '../render/markdown-document.ts';
import type { LoadedLadder } from '../runtime.ts';
import { wholeLadder } from '../views/whole-ladder.ts';
import { EXPORT_FORMATS, type ExportFlags, type ExportFormat } from './export.ts';
import type { Session } from './session.ts';
import { formatFor, writeTo } from './write-to.ts';

/**
 * Writes the ladder in use.
 *
 * @param flags what was asked for
 * @param session the run
 * @returns the exit code
 * @throws PmrolesError `write-failed`, and what loading the ladder throws
 */
export async function runExport(flags: ExportFlags, session: Session): Promise<number> {
  const format = formatFor(flags, session.flags, EXPORT_FORMATS);
  await writeTo(flags, session, await exported(await session.loaded(), format, session));
  return 0;
}

async function exported(
  { ladder, text }: Pick<LoadedLadder, 'ladder' | 'text'>,
  format: ExportFormat,
  { runtime }: Session,
): Promise<string> {
  switch (format) {
    case 'yaml':
      return (
        ownYaml(text() ?? '', ladder) ?? writeYaml(ladderDocument(ladder), [`${ladder.title}: a ladder for pmroles.`])
      );
    case 'json':
      return writeJson(ladderDocument(ladder));
    case 'csv':
      return writeRecords(flatTable(ladderDocument(ladder)));
    case 'markdown':
      return renderMarkdownDocument(wholeLadder(createCatalog(ladder)));
    case 'html':
      return (await import('../page/document.ts')).writePage(createCatalog(ladder), await runtime.pageParts());
  }
}

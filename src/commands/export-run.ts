/**
 * What `pmroles export` does.
 */
import { flatTable } from '../convert/flat-table.ts';
import { MOST_BYTES } from '../convert/import-table.ts';
import { writeJson } from '../convert/json-text.ts';
import { ladderDocument } from '../convert/ladder-document.ts';
import { ownYaml } from '../convert/own-yaml.ts';
import { writeYaml } from '../convert/yaml-text.ts';
import type { Catalog } from '../core/catalog.ts';
import { PmrolesError } from '../core/errors.ts';
import type { Ladder } from '../core/model.ts';
import { writeRecords } from '../render/csv.ts';
import { renderMarkdownDocument } from '../render/markdown-document.ts';
import { wholeLadder } from '../views/whole-ladder.ts';
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
  const catalog = await session.catalog();
  await writeTo(flags, session, await exported(catalog, session));
  return 0;
}

async function exported(catalog: Catalog, session: Session): Promise<string> {
  const { ladder } = catalog;
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
    case 'markdown':
      return renderMarkdownDocument(wholeLadder(catalog));
    case 'html':
      return (await import('../page/document.ts')).writePage(catalog, await session.runtime.pageParts());
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

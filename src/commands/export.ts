/**
 * `pmroles export`: the ladder in use as a file.
 */
import { flatTable } from '../export/flat-table.ts';
import { writeJson } from '../export/json-text.ts';
import { ladderDocument } from '../export/ladder-document.ts';
import { ownYaml, writeYaml } from '../export/yaml-text.ts';
import { createCatalog } from '../core/catalog.ts';
import { writeRecords } from '../report/csv.ts';
import { renderMarkdownDocument } from '../report/markdown-document.ts';
import type { LoadedLadder } from '../system/runtime.ts';
import { wholeLadder } from '../views/whole-ladder.ts';
import { EXPORT_FORMATS } from './shared/formats.ts';
import type { Session } from './shared/session.ts';
import { type Destination, formatFor, writeTo } from './shared/write-to.ts';

export async function run(session: Session, _: readonly string[], flags: Destination): Promise<number> {
  const format = formatFor(flags, session.flags, EXPORT_FORMATS);
  await writeTo(flags, session, await exported(await session.loaded(), format, session));
  return 0;
}

async function exported(
  { ladder, text }: Pick<LoadedLadder, 'ladder' | 'text'>,
  format: (typeof EXPORT_FORMATS)[number],
  { runtime }: Session,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'yaml':
      return (
        ownYaml(text() ?? '', ladder) ?? writeYaml(ladderDocument(ladder), [`${ladder.title}: a ladder for pmroles.`])
      );
    case 'json':
      return writeJson(ladderDocument(ladder));
    case 'csv':
      return writeRecords(flatTable(ladderDocument(ladder)));
    case 'xlsx': {
      const [{ workbookSheets }, { writeXlsx }] = await Promise.all([
        import('../export/workbook.ts'),
        import('../export/xlsx.ts'),
      ]);
      return writeXlsx(workbookSheets(ladderDocument(ladder)));
    }
    case 'markdown':
      return renderMarkdownDocument(wholeLadder(createCatalog(ladder)));
    case 'html': {
      const { pageParts, writePage } = await import('../page/document.ts');
      return writePage(createCatalog(ladder), pageParts(runtime.part));
    }
  }
}

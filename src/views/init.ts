/**
 * A ladder that was just written: what it holds, and what to do with it.
 */
import type { Catalog } from '../core/catalog.ts';
import { type Block, heading, paragraph, type Report, styled } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count, joinWords } from './parts.ts';

/** What was written, and where. */
export interface WrittenLadder {
  readonly path: string;
  /** The path as a shell takes it. */
  readonly word: string;
  readonly template: Data<'init'>['template'];
  /** Where the JSON Schema of ladder files lies. */
  readonly schema: string;
}

/** Makes the report of `pmroles init`. */
export function initView({ ladder }: Catalog, { path, word, template, schema }: WrittenLadder): Report<Data<'init'>> {
  const title = `Wrote ${path}`;
  const counts = [
    count(ladder.roles.length, 'role'),
    count(ladder.skills.length, 'skill'),
    count(ladder.levels.length, 'level'),
  ];
  // The rows of a ladder are sorted by rank, and a template has two or more.
  const [first, second] = ladder.roles;
  const next = [
    `pmroles list --data ${word}`,
    ...(first && second ? [`pmroles compare ${first.id} ${second.id} --data ${word}`] : []),
    `pmroles validate ${word}`,
  ];
  const editor = `# yaml-language-server: $schema=${schema}`;
  const command = (text: string): Block => ({ kind: 'command', text });
  return {
    title,
    blocks: [
      heading(1, title),
      paragraph(`${ladder.title}: ${joinWords(counts)}. Comments in the file explain what stands there.`),
      heading(2, 'Next'),
      paragraph('Put your own roles in the place of those of the example, and look at them as you go:'),
      ...next.map(command),
      heading(2, 'In an editor'),
      paragraph(
        'This line at the top of the file gives completion and checks where the editor has the ',
        styled('strong', 'YAML language server'),
        ':',
      ),
      command(editor),
    ],
    records: () => ({
      columns: ['path', 'template', 'id', 'title', 'roles', 'skills', 'levels'],
      rows: [
        [path, template, ladder.id, ladder.title, ladder.roles.length, ladder.skills.length, ladder.levels.length],
      ],
    }),
    data: (): Data<'init'> => ({
      path,
      template,
      id: ladder.id,
      title: ladder.title,
      roles: ladder.roles.map((role) => role.id),
      skills: ladder.skills.map((skill) => skill.id),
      levels: ladder.levels.map((level) => level.id),
      next,
      schema,
    }),
  };
}

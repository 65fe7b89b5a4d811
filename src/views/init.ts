/**
 * A ladder that was just written: what it holds, and what to do with it.
 */
import type { Catalog } from '../core/catalog.ts';
import { command, heading, paragraph, type Report, strong } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count, joinWords } from './parts.ts';
import { recordsOf } from './records.ts';

export interface WrittenLadder {
  readonly path: string;
  /** The path as a shell takes it. */
  readonly word: string;
  readonly template: Data<'init'>['template'];
  /** Where the JSON Schema of ladder files lies. */
  readonly schema: string;
}

export function initView({ ladder }: Catalog, { path, word, template, schema }: WrittenLadder): Report<Data<'init'>> {
  const { id, title: name, roles, skills, levels } = ladder;
  const title = `Wrote ${path}`;
  const counts = [count(roles.length, 'role'), count(skills.length, 'skill'), count(levels.length, 'level')];
  // The rows of a ladder are sorted by rank, and a template has two or more.
  const [first, second] = roles;
  const next = [
    `pmroles list --data ${word}`,
    ...(first && second ? [`pmroles compare ${first.id} ${second.id} --data ${word}`] : []),
    `pmroles validate ${word}`,
  ];
  return {
    title,
    blocks: [
      heading(1, title),
      paragraph(`${name}: ${joinWords(counts)}. Comments in the file explain what stands there.`),
      heading(2, 'Next'),
      paragraph('Put your own roles in the place of those of the example, and look at them as you go:'),
      ...next.map(command),
      heading(2, 'In an editor'),
      paragraph(
        'This line at the top of the file gives completion and checks where the editor has the ',
        strong('YAML language server'),
        ':',
      ),
      command(`# yaml-language-server: $schema=${schema}`),
    ],
    records: () =>
      recordsOf('path template id title roles skills levels', [
        { path, template, id, title: name, roles: roles.length, skills: skills.length, levels: levels.length },
      ]),
    data: () => ({
      path,
      template,
      id,
      title: name,
      roles: roles.map((role) => role.id),
      skills: skills.map((skill) => skill.id),
      levels: levels.map((level) => level.id),
      next,
      schema,
    }),
  };
}

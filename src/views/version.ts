/**
 * What takes part in an answer, and in which version.
 */
import type { Ladder } from '../core/model.ts';
import { item, list, paragraph, type Report } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count } from './parts.ts';

/** Makes the report of `pmroles version`. */
export function versionView(ladder: Ladder, program: string, node: string, hash: string): Report<Data<'version'>> {
  const size = `${count(ladder.roles.length, 'role')}, ${count(ladder.progressions.length, 'progression')}`;
  return {
    title: `pmroles ${program}`,
    blocks: [
      paragraph(`pmroles ${program}`),
      ...list([
        item('•', [`ladder ${ladder.id} ${ladder.version}: ${size}`]),
        item('•', [`content ${hash.slice(0, 16)}`]),
        item('•', [`Node ${node}`]),
      ]),
    ],
    records: () => ({
      columns: ['program', 'node', 'ladder', 'ladderVersion', 'ladderHash'],
      rows: [[program, node, ladder.id, ladder.version, hash]],
    }),
    data: (): Data<'version'> => ({
      program,
      node,
      ladder: { hash, roles: ladder.roles.length, progressions: ladder.progressions.length },
    }),
  };
}

/**
 * What takes part in an answer, and in which version.
 */
import { countMoves, heldRoles, movesOf } from '../core/catalog.ts';
import type { Ladder } from '../core/model.ts';
import { bullets, paragraph, type Report } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count } from './parts.ts';
import { recordsOf } from './records.ts';

export function versionView(ladder: Ladder, program: string, node: string, hash: string): Report<Data<'version'>> {
  const { id, version, progressions } = ladder;
  const roles = heldRoles(ladder).length;
  const moves = countMoves(movesOf(ladder));
  const size = `${count(roles, 'role')}, ${count(moves, 'move')}`;
  return {
    title: `pmroles ${program}`,
    blocks: [
      paragraph(`pmroles ${program}`),
      ...bullets([`ladder ${id} ${version}: ${size}`, `content ${hash.slice(0, 16)}`, `Node ${node}`]),
    ],
    records: () =>
      recordsOf('program node ladder ladderVersion ladderHash', [
        { program, node, ladder: id, ladderVersion: version, ladderHash: hash },
      ]),
    data: () => ({ program, node, ladder: { hash, roles, moves, progressions: progressions.length } }),
  };
}

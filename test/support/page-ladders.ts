/**
 * The ladders that the page is tried on.
 */
import type { Ladder } from '../../src/core/model.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { bigLadder, type Size } from './big-ladder.ts';
import { SHIPPED, templateFile } from './fake-runtime.ts';
import { tallLadder } from './tall-ladder.ts';

const parsed = (content: unknown): Ladder => parseLadder([{ file: 'l.json', text: JSON.stringify(content) }]).ladder!;

export const SHIPPED_LADDER = loadLadder(SHIPPED).ladder;
export const ENGINEERING = loadLadder(templateFile('engineering')).ladder;
/** Sixty roles on five tracks, one of each rank, with moves between neighbours: a picture as large as there is room for. */
export const SIXTY = parsed(neighbourly(tallLadder() as unknown as Made));

interface Made {
  readonly roles: readonly object[];
  readonly progressions: readonly { readonly from: string; readonly to: string }[];
}

function neighbourly({ roles, progressions, ...made }: Made): object {
  return {
    ...made,
    id: 'sixty',
    roles: roles.map((role, index) => ({ ...role, rank: (index % 12) + 1 })),
    progressions: progressions.filter(({ from, to }) => !(from.endsWith('steward') && to.endsWith('grower'))),
  };
}

export const manyRoles = (size: Size): Ladder => parsed(bigLadder(size));

/** An address of every view. */
export function viewsOf({ roles, skills }: Ladder): string[] {
  const ids = roles.map(({ id }) => id);
  const [first, second, third] = ids as [string, string, string];
  const last = ids.at(-1)!;
  return [
    ...['', `role=${last}`, `role=${second}&sources=off`, `compare=${first}`, `compare=${first},${last}`],
    ...[`compare=${first},${second},${third},${last}&only=changed`, `compare=${ids.slice(0, 6).join(',')}`],
    ...['path', `path=${first},${last}`, `path=${first},${last}&avoid=${second}`, `path=${last},${first}`],
    ...['quiz', `quiz=${first}`, `quiz=${first},5,1,4&again=2`, `quiz=${first},5,1,4&result`],
    ...['questions', 'skills', `skill=${skills[0]!.id}`, `search=${roles[0]!.title.split(' ')[0]!}`, 'sources'],
  ];
}

/** Addresses with nothing behind them, or less than was asked for. */
export function emptyViewsOf({ roles }: Ladder): string[] {
  const [first, last] = [roles[0]!.id, roles.at(-1)!.id];
  return [
    ...['compare', `path=${first},${first}`, `path=${first},${last}&via=nobody`, 'quiz=-,-&result'],
    ...['quiz&role=nobody', 'quiz=9', 'quiz=1e7b85:3,2,2&result', 'search', 'search=', 'search=qqqqqqq'],
    ...['role=nobody', 'skill=nothing', 'sources=Z-1', 'nowhere', 'role=%E0%A4%A'],
  ];
}

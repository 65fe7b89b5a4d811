/**
 * `pmroles list`: which roles there are.
 */
import { Option } from 'commander';
import { findArea, findSkill, findTrack } from '../core/names.ts';
import { listRoles, SORT_KEYS, type SortKey } from '../core/query.ts';
import { listView } from '../views/list.ts';
import { citing } from '../views/parts.ts';
import { joinWords } from '../views/parts.ts';
import { collect, type Example, type Register, type Session } from './shared/session.ts';

interface ListFlags {
  readonly skill?: readonly string[];
  readonly track?: readonly string[];
  readonly area?: readonly string[];
  readonly sort?: SortKey;
  readonly cites?: boolean;
}

/** What help shows. */
export const LIST_EXAMPLES: readonly Example[] = [
  { line: 'pmroles list', purpose: 'every role, junior to senior' },
  { line: 'pmroles list --skill marketing --track leadership', purpose: 'leading roles that need marketing' },
];

/** Declares the command. */
export const registerList: Register = (program, perform) => {
  program
    .command('list')
    .summary('list the roles by rank')
    .description('List the roles: what each is for, and where it leads next.')
    .option('--skill <skill>', 'only roles that need this skill (repeatable: all of them)', collect)
    .option('--track <track>', 'only roles on this track (repeatable: one of them)', collect)
    .option('--area <area>', 'only roles with a responsibility in this area (repeatable: all)', collect)
    .addOption(new Option('--sort <key>', 'what to sort by').choices(SORT_KEYS))
    .option('--cites', 'show the cite behind each statement')
    .action((flags: ListFlags) => perform((session) => runList(flags, session)));
};

async function runList(flags: ListFlags, session: Session): Promise<number> {
  const catalog = await session.catalog();
  const skills = (flags.skill ?? []).map((name) => findSkill(catalog.ladder, name, session.flags));
  const tracks = (flags.track ?? []).map((name) => findTrack(catalog.ladder, name, session.flags));
  const areas = (flags.area ?? []).map((name) => findArea(catalog.ladder, name, session.flags));
  const ids = (entries: readonly { readonly id: string }[]): string[] => entries.map((entry) => entry.id);
  const roles = listRoles(catalog, {
    skills: ids(skills),
    tracks: ids(tracks),
    areas: ids(areas),
    sort: flags.sort ?? 'rank',
  });
  const filters = [
    ...(skills.length > 0 ? [`with ${joinWords(skills.map((skill) => skill.name))}`] : []),
    ...(tracks.length > 0
      ? [
          `on the track ${joinWords(
            tracks.map((track) => track.title),
            'or',
          )}`,
        ]
      : []),
    ...(areas.length > 0 ? [`with a responsibility in ${joinWords(areas.map((area) => area.title))}`] : []),
  ];
  await session.answer('list', catalog, listView(catalog, roles, filters, citing(catalog, flags.cites ?? false)));
  await session.tryNext(() => roles.slice(0, 1).flatMap(({ id }) => ['show', id]));
  return 0;
}

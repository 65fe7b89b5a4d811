/**
 * `pmroles list`: which roles there are.
 */
import { usage } from '../core/errors.ts';
import { findArea, findSkill, findTrack } from '../core/names.ts';
import { listRoles, type SortKey } from '../core/query.ts';
import { FORMATS } from '../report/index.ts';
import { decideWidth } from '../system/terminal.ts';
import { listView } from '../views/list.ts';
import { citing, joinWords } from '../views/parts.ts';
import { formatOf, type Session } from './shared/session.ts';

interface ListFlags {
  readonly skill?: readonly string[];
  readonly track?: readonly string[];
  readonly area?: readonly string[];
  readonly sort?: SortKey;
  readonly ids?: boolean;
  readonly cites?: boolean;
}

export async function run(session: Session, _: readonly string[], flags: ListFlags): Promise<number> {
  if (flags.ids === true && formatOf(session.flags, FORMATS) !== 'text') {
    throw usage('--ids prints one id a line, and another format is asked for', 'leave one of the two out');
  }
  const catalog = await session.catalog();
  const skills = (flags.skill ?? []).map((name) => findSkill(catalog.ladder, name, session.flags));
  const tracks = (flags.track ?? []).map((name) => findTrack(catalog.ladder, name, session.flags));
  const areas = (flags.area ?? []).map((name) => findArea(catalog.ladder, name, session.flags));
  const ids = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id);
  const titles = (entries: readonly { readonly title: string }[]): string[] => entries.map(({ title }) => title);
  const query = { skills: ids(skills), tracks: ids(tracks), areas: ids(areas), sort: flags.sort ?? 'rank' };
  const roles = listRoles(catalog, query);
  if (flags.ids === true) {
    await session.print(roles.map(({ id }) => `${id}\n`).join(''));
    return 0;
  }
  const filters = [
    skills.length > 0 && `with ${joinWords(skills.map(({ name }) => name))}`,
    tracks.length > 0 && `on the track ${joinWords(titles(tracks), 'or')}`,
    areas.length > 0 && `with a responsibility in ${joinWords(titles(areas))}`,
  ].filter((filter) => filter !== false);
  const { value: width } = decideWidth(session.flags.width, session.runtime, session.runtime.stdout);
  // What draws a table itself has all the room it wants.
  const fitted = (session.flags.format ?? 'text') === 'text' && !session.isPlain ? { width } : {};
  const options = { ...citing(catalog, flags.cites ?? false), ...fitted };
  await session.answer('list', catalog, listView(catalog, roles, filters, options));
  await session.tryNext(() => roles.slice(0, 1).flatMap(({ id }) => ['show', id]));
  return 0;
}

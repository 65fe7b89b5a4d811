/**
 * `pmroles skills`: which skills there are, and who needs them.
 */
import type { Catalog } from '../core/catalog.ts';
import { usage } from '../core/errors.ts';
import { findSkill, findTrack } from '../core/names.ts';
import { listRoles } from '../core/query.ts';
import { decideWidth } from '../system/terminal.ts';
import { citing } from '../views/parts.ts';
import { skillMatrixView } from '../views/skill-matrix.ts';
import { skillsView, skillView } from '../views/skills.ts';
import type { Session } from './shared/session.ts';

interface SkillsFlags {
  readonly matrix?: boolean;
  readonly track?: readonly string[];
  readonly cites?: boolean;
}

export async function run(session: Session, [name]: readonly string[], flags: SkillsFlags): Promise<number> {
  if (name !== undefined && flags.matrix === true) {
    throw usage('--matrix is of all skills, and one is named', 'leave one of the two out');
  }
  if (flags.cites === true && flags.matrix === true) {
    throw usage('a matrix has no room for cites', 'see: pmroles skills --matrix --format csv');
  }
  if (flags.track !== undefined && flags.matrix !== true) {
    throw usage('--track narrows the matrix, and none is asked for', 'see: pmroles skills --matrix --track <track>');
  }
  const catalog = await session.catalog();
  const options = citing(catalog, flags.cites ?? false);
  if (name !== undefined) {
    const skill = findSkill(catalog.ladder, name, session.flags);
    await session.answer('skill', catalog, skillView(catalog, skill, options));
    await session.tryNext(() => (isNeeded(catalog, skill.id) ? ['list', '--skill', skill.id] : []));
  } else if (flags.matrix === true) {
    const tracks = (flags.track ?? []).map((track) => findTrack(catalog.ladder, track, session.flags).id);
    const { value: width } = decideWidth(session.flags.width, session.runtime, session.runtime.stdout);
    // A table that is read by a program that draws it itself need not be parted.
    const fitted = (session.flags.format ?? 'text') === 'text' ? width : Infinity;
    await session.answer('skill-matrix', catalog, skillMatrixView(catalog, fitted, tracks));
  } else {
    await session.answer('skills', catalog, skillsView(catalog, session.rerun));
    await session.tryNext(() => (catalog.skills.size > 0 ? ['skills', '--matrix'] : []));
  }
  return 0;
}

function isNeeded(catalog: Catalog, skill: string): boolean {
  return listRoles(catalog, { skills: [skill] }).length > 0;
}

/**
 * Roles and skills in one table.
 */
import { type Catalog, heldRoles } from '../core/catalog.ts';
import { PmrolesError } from '../core/errors.ts';
import { type ExpectedRequirement, expectationsOf } from '../core/expectations.ts';
import type { Ladder } from '../core/model.ts';
import {
  type Block,
  heading,
  type Inline,
  item,
  list,
  muted,
  paragraph,
  type Report,
  row,
  styled,
  table,
} from '../report/report.ts';
import { GAP } from '../report/table.ts';
import { widthOf } from '../report/width.ts';
import type { Data } from '../schema/output.ts';
import { count, levelTitle, notStated } from './parts.ts';
import { recordsOf } from './records.ts';

/** The signs of a cell. A level is its number in the scale. */
const SIGN = { needed: '+', notApplicable: 'x', notStated: '·' } as const;

/** What the longest name of a skill may take of a line; what is longer is broken. */
const NAME = { widest: 40, share: 0.5 } as const;

function narrowed(catalog: Catalog, tracks: readonly string[]): Ladder {
  const { ladder } = catalog;
  if (tracks.length === 0) return { ...ladder, roles: heldRoles(ladder) };
  const roles = heldRoles(ladder).filter(({ track }) => track !== undefined && tracks.includes(track));
  const said = new Set(roles.flatMap((role) => expectationsOf(catalog, role).requirements.map(({ skill }) => skill)));
  return { ...ladder, roles, skills: ladder.skills.filter(({ id }) => said.has(id)) };
}

/** More cells than this are nothing to read, and megabytes to print. */
const MOST_CELLS = 40_000;

/** A row a skill, a column a role, as many columns to a table as fit. */
export function skillMatrixView(
  catalog: Catalog,
  width: number,
  tracks: readonly string[] = [],
): Report<Data<'skill-matrix'>> {
  const ladder = narrowed(catalog, tracks);
  const { roles, skills, levels } = ladder;
  const requirements = new Map(
    roles.map((role) => [
      role.id,
      new Map(expectationsOf(catalog, role).requirements.map((requirement) => [requirement.skill, requirement])),
    ]),
  );
  const needOf = (role: string, skill: string) => requirements.get(role)!.get(skill);
  const title = `Skills of ${ladder.title} by role · ${count(skills.length, 'skill')}, ${count(roles.length, 'role')}`;
  const tables = (): Block[] => {
    const numbered = roles.map(({ id }, index) => ({ id, number: index + 1 }));
    return parts(numbered, Number.isFinite(width) ? columnsThatFit(ladder, width) : Infinity).map((shown) =>
      table(
        ['Skill', ...shown.map(({ number }) => ({ title: `R${number}`, short: true }))],
        skills.map((skill) => row(skill.name, ...shown.map(({ id }) => signOf(catalog, needOf(id, skill.id))))),
      ),
    );
  };
  return {
    title,
    // Made when it is drawn: what other programs read may be of any size.
    get blocks() {
      refuseTooLarge(ladder, tracks);
      return [
        heading(1, title),
        ...(skills.length === 0 ? [paragraph('This ladder has no skills.')] : tables()),
        heading(2, 'Roles, junior to senior'),
        ...list(roles.map((role, index) => item(`R${index + 1}`, [role.title, muted(` ${role.id}`)]))),
        heading(2, 'Signs'),
        ...list([
          ...levels.map((level, index) => item(String(index + 1), [`needed, at the level ${level.title}`])),
          item(SIGN.needed, [levels.length === 0 ? 'needed' : 'needed, at no stated level']),
          item(SIGN.notApplicable, ['not applicable']),
          item(SIGN.notStated, [notStated(catalog)]),
        ]),
      ];
    },
    records: () =>
      recordsOf(
        'role skill standing level importance origin cites',
        roles.flatMap((role) =>
          skills.map((skill) => {
            const requirement = needOf(role.id, skill.id);
            return { ...requirement, role: role.id, skill: skill.id, standing: standingOf(requirement) };
          }),
        ),
      ),
    data: () => ({
      levels,
      skills,
      roles: roles.map(({ id, title: name }) => ({
        id,
        title: name,
        requirements: skills.map((skill) => needOf(id, skill.id)).filter((requirement) => requirement !== undefined),
      })),
    }),
  };
}

function refuseTooLarge({ roles, skills, tracks }: Ladder, chosen: readonly string[]): void {
  if (roles.length * skills.length <= MOST_CELLS) return;
  const size = `${count(skills.length, 'skill')} by ${count(roles.length, 'role')}`;
  throw new PmrolesError('usage', `the matrix is too large to draw: ${size}`, {
    hint: [
      ...(tracks.length > 1 && chosen.length !== 1 ? ['narrow it: --track <track>'] : []),
      'for other programs: pmroles skills --matrix --format csv',
      'to look around in: pmroles export --format html',
    ].join('\n'),
  });
}

/** The entries in parts of at most so many. */
function parts<T>(entries: readonly T[], most: number): (readonly T[])[] {
  const size = Math.min(most, entries.length);
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, index) =>
    entries.slice(index * size, (index + 1) * size),
  );
}

function columnsThatFit({ roles, skills }: Ladder, width: number): number {
  const longest = skills.reduce((most, { name }) => Math.max(most, widthOf(name)), 'Skill'.length);
  const name = Math.min(longest, NAME.widest, Math.floor(width * NAME.share));
  return Math.max(1, Math.floor((width - name) / (GAP + `R${roles.length}`.length)));
}

function standingOf(requirement: ExpectedRequirement | undefined): string {
  if (requirement === undefined) return 'not-stated';
  return requirement.notApplicable === true ? 'not-applicable' : 'needed';
}

function signOf(catalog: Catalog, requirement: ExpectedRequirement | undefined): Inline {
  if (requirement === undefined) return muted(SIGN.notStated);
  if (requirement.notApplicable === true) return styled('removed', SIGN.notApplicable);
  const level = levelTitle(catalog, requirement.level) === '' ? undefined : catalog.levelOrder.get(requirement.level!);
  return styled('added', level === undefined ? SIGN.needed : String(level + 1));
}

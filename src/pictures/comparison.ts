/**
 * What a picture of a comparison shows: a row for each skill on the scale of levels, and who has what by area. Free of any layout
 * or format, so that the page and SVG say the same.
 *
 * A role of which no skill is stated has no fewer skills than another: what only the other one states is not new to it.
 */
import type { Catalog } from '../core/catalog.ts';
import { type ComparedItem, type Comparison, type Held, isReworded } from '../core/compare.ts';
import { usage } from '../core/errors.ts';
import { type ExpectedRequirement, type ExpectedResponsibility, levelOf } from '../core/expectations.ts';
import { groupBy } from '../core/group-by.ts';

/** Beyond these nobody can tell the marks apart, and there is no room for the columns. */
export const MOST_PICTURED = 4;

/** How roles stand to a skill, in the order in which the rows are shown; what is the same comes last, to be folded. */
const CHANGES = [
  'gained',
  'up',
  'down',
  'apart',
  'open',
  'some',
  'other',
  'left',
  'ruled-out',
  'unsaid',
  'same',
] as const;

/**
 * Two roles are taken as from the first to the second: `open` is a level that is not stated, `other` another importance or other
 * words at one level, `ruled-out` what does not apply any more, `unsaid` a silent role.
 */
export type ChangeKind = (typeof CHANGES)[number];

/** A skill, with what each role needs of it, in the order of the roles. */
export interface SkillRow {
  readonly item: ComparedItem<ExpectedRequirement>;
  readonly name: string;
  /** Where each role stands in the scale, from 0; undefined where it needs no level, or none of the skill. */
  readonly levels: readonly (number | undefined)[];
  readonly kind: ChangeKind;
  /** How many levels lie between the lowest and the highest. */
  readonly size: number;
  readonly sign: string;
  readonly words: string;
}

/** One way to put something, and which roles put it so, by their numbers. */
export interface Wording {
  readonly text: string;
  readonly roles: readonly number[];
  readonly statements: readonly (ExpectedResponsibility | ExpectedRequirement)[];
}

/** What is shown in one place: an item or, of related ones, the items of one group. */
export interface Entry {
  readonly items: readonly ComparedItem<ExpectedResponsibility | ExpectedRequirement>[];
  readonly wordings: readonly Wording[];
  /** Whether it need not be said who puts it so: one alone, or all alike. */
  readonly plain: boolean;
}

/** What several roles have in an area, and what each has alone. */
export interface AreaRow {
  readonly id: string;
  readonly title: string;
  readonly shared: readonly Entry[];
  readonly only: readonly (readonly Entry[])[];
  readonly silent: readonly boolean[];
}

/** A comparison to draw. */
export interface PicturedComparison {
  readonly roles: readonly { readonly id: string; readonly title: string; readonly silent: boolean }[];
  /** The titles of the levels, lowest first; empty where no compared skill has one. */
  readonly levels: readonly string[];
  /** Only where there are levels; else skills are an area of their own, the last. */
  readonly rows: readonly SkillRow[];
  readonly areas: readonly AreaRow[];
  readonly notApplicable: readonly {
    readonly id: string;
    readonly name: string;
    readonly held: readonly Held<ExpectedRequirement>[];
  }[];
}

/** @throws PmrolesError `usage` for more roles than can be told apart */
export function pictureComparison(catalog: Catalog, comparison: Comparison): PicturedComparison {
  const { roles, skills, silentOnSkills } = comparison;
  if (roles.length > MOST_PICTURED) {
    throw usage(
      `${roles.length} roles are too many for one picture, which holds ${MOST_PICTURED}`,
      'name fewer roles, or compare them in a table',
    );
  }
  const levelled = skills.some(({ held }) => held.some(({ statement }) => statement.level !== undefined));
  const nameOf = (id: string): string => catalog.skills.get(id)!.name;
  const areas = comparison.areas.map(({ area, items, silent }) =>
    areaRow(
      { id: area, title: catalog.areas.get(area)!.title },
      roles,
      silent,
      items,
      ({ statement }) => statement.text,
    ),
  );
  const skillArea = areaRow(
    { id: '', title: 'Skills' },
    roles,
    silentOnSkills,
    skills,
    ({ statement }, { id, held }) => {
      const importance = statement.importance === undefined ? '' : ` (${statement.importance})`;
      const own =
        isReworded(held.map((entry) => entry.statement)) && statement.text !== '' ? `: ${statement.text}` : '';
      return `${nameOf(id)}${importance}${own}`;
    },
  );
  const rows = levelled ? skills.map((item) => skillRow(catalog, comparison, item)) : [];
  const order = new Map(catalog.ladder.skills.map(({ id }, index) => [id, index]));
  // Up and down are told by their size alone.
  const rank = ({ kind }: SkillRow): number => CHANGES.indexOf(kind === 'down' ? 'up' : kind);
  return {
    roles: roles.map((id) => ({ id, title: titleIn(catalog, roles, id), silent: silentOnSkills.includes(id) })),
    levels: levelled ? catalog.ladder.levels.map(({ title }) => title) : [],
    rows: rows.sort(
      (a, b) =>
        rank(a) - rank(b) ||
        b.item.held.length - a.item.held.length ||
        b.size - a.size ||
        order.get(a.item.id)! - order.get(b.item.id)!,
    ),
    areas: levelled || skills.length === 0 ? areas : [...areas, skillArea],
    notApplicable: comparison.notApplicable.map(({ skill, held }) => ({ id: skill, name: nameOf(skill), held })),
  };
}

/** With its id behind it where another of the roles has the same title. */
function titleIn({ roles }: Catalog, compared: readonly string[], id: string): string {
  const { title } = roles.get(id)!;
  return compared.some((other) => other !== id && roles.get(other)!.title === title) ? `${title} (${id})` : title;
}

function skillRow(catalog: Catalog, comparison: Comparison, item: ComparedItem<ExpectedRequirement>): SkillRow {
  const { roles, silentOnSkills, notApplicable } = comparison;
  const needs = roles.map((role) => item.held.find((held) => held.role === role)?.statement);
  const levels = needs.map((need) => {
    const level = need ? levelOf(catalog, need) : -1;
    return level < 0 ? undefined : level;
  });
  const speaking = roles.length - silentOnSkills.length;
  const known = levels.filter((level) => level !== undefined);
  const size = known.length < item.held.length || known.length === 0 ? 0 : Math.max(...known) - Math.min(...known);
  const by = size === 1 ? 'One level' : `${size} levels`;
  const is = (kind: ChangeKind, sign: string, words: string): SkillRow => {
    return { item, name: catalog.skills.get(item.id)!.name, levels, kind, size, sign, words };
  };
  if (speaking === 1) return is('unsaid', '', 'Not stated');
  if (item.held.length === speaking) {
    if (known.length === 0 || (size === 0 && known.length === speaking)) {
      const said = item.held.map(({ statement }) => statement);
      if (isReworded(said)) return is('other', '±', 'Other words');
      if (said.some(({ importance }) => importance !== said[0]!.importance)) return is('other', '±', 'Importance');
      return is('same', '=', 'Same');
    }
    if (known.length < speaking) return is('open', '±', 'Level not stated');
    if (roles.length > 2) return is('apart', '±', `${by} apart`);
    return levels[1]! > levels[0]! ? is('up', '↑', by) : is('down', '↓', by);
  }
  if (roles.length === 2) {
    if (needs[0] === undefined) return is('gained', '+', 'New');
    const ruledOut = notApplicable.some(({ skill, held }) => skill === item.id && held[0]!.role === roles[1]);
    return ruledOut ? is('ruled-out', '−', 'Not applicable') : is('left', '−', 'Not repeated');
  }
  return is('some', '', `${item.held.length} of ${roles.length} roles`);
}

function areaRow<T extends ExpectedResponsibility | ExpectedRequirement>(
  area: { readonly id: string; readonly title: string },
  roles: readonly string[],
  silent: readonly string[],
  items: readonly ComparedItem<T>[],
  textOf: (held: Held<T>, item: ComparedItem<T>) => string,
): AreaRow {
  // What stands alone has a place of its own; a group of related items shares one.
  const places = groupBy(items, (item) => item.group ?? item);
  const entries = Array.from(places.values(), (members): Entry => {
    const said = members.flatMap((item) => item.held.map((held) => ({ held, text: textOf(held, item) })));
    const wordings = Array.from(
      groupBy(said, ({ text }) => text),
      ([text, all]) => ({
        text,
        roles: all.map(({ held }) => roles.indexOf(held.role)),
        statements: all.map(({ held }) => held.statement),
      }),
    );
    const isSaidByAll = wordings.length === 1 && said.length === roles.length;
    return { items: members, wordings, plain: isSaidByAll || members[0]!.standing === 'unique' };
  });
  const isAlone = ({ items: [first] }: Entry): boolean => first!.standing === 'unique';
  return {
    ...area,
    shared: entries.filter((entry) => !isAlone(entry)),
    only: roles.map((id) => entries.filter((entry) => isAlone(entry) && entry.items[0]!.held[0]!.role === id)),
    silent: roles.map((id) => silent.includes(id)),
  };
}

/** What two roles share stands between them, what more share before them; undefined is the column of what is shared. */
export function columnsOf(roles: number): readonly (number | undefined)[] {
  return roles === 2 ? [0, undefined, 1] : [undefined, ...Array(roles).keys()];
}

/** Where the mark of a role stands on the scale. */
export interface Mark {
  readonly role: number;
  readonly level: number;
  /** How many marks' widths beside the middle of its level. */
  readonly aside: number;
  /** True for a disc that stands in a ring. */
  readonly inner: boolean;
}

/** Marks of one level stand side by side, but for a disc and a ring alone, which fit into one another. */
export function marksOf({ levels }: SkillRow): Mark[] {
  return levels.flatMap((level, role): Mark[] => {
    if (level === undefined) return [];
    const here = levels.flatMap((other, index) => (other === level ? [index] : []));
    const nested = here.length === 2 && here[1] === 1;
    const aside = nested ? 0 : here.indexOf(role) - (here.length - 1) / 2;
    return [{ role, level, aside, inner: nested && role === 1 }];
  });
}

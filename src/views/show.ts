/**
 * One role whole.
 */
import type { Catalog } from '../core/catalog.ts';
import { type ExpectedRequirement, type Expectations, expectationsOf } from '../core/expectations.ts';
import type { Progression, Role } from '../core/model.ts';
import {
  type Block,
  bullets,
  heading,
  item,
  join,
  type Line,
  list,
  muted,
  paragraph,
  type Records,
  type Report,
  section,
  styled,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import {
  aside,
  citeNote,
  count,
  disagreementBlocks,
  groundNote,
  joinWords,
  levelMeaning,
  moveNote,
  requirementLabel,
  roleLink,
  skillLink,
  skillName,
  sourceNote,
  statementLine,
  trackTitle,
  type ViewOptions,
} from './parts.ts';
import { positionRows, recordsOf } from './records.ts';
import { groupedSkills } from './skill-groups.ts';

export function showView(catalog: Catalog, role: Role, options: ViewOptions): Report<Data<'show'>> {
  const { ladder } = catalog;
  const expectations = expectationsOf(catalog, role);
  const { responsibilities, requirements, needed } = expectations;
  const previous = catalog.previous.get(role.id) ?? [];
  const next = catalog.next.get(role.id) ?? [];
  const contrasts = ladder.contrasts.filter((contrast) => contrast.roles.includes(role.id));
  const disagreements = ladder.disagreements.filter(
    // One that is about every role of the ladder says nothing of this one.
    ({ roles }) => roles.includes(role.id) && roles.length < ladder.roles.length,
  );
  const contrastLines = contrasts.map((contrast): Line => {
    const others = contrast.roles.filter((id) => id !== role.id).map((id) => [roleLink(catalog, id, 'strong')]);
    const source = options.cites ? citeNote(contrast, options) : sourceNote(catalog, contrast);
    return [...join(others, ', '), ': ', contrast.text, ...source];
  });
  const notes = role.notes.map((note) => statementLine(catalog, note, options));
  const data = () => {
    const skills = requirements.map((entry) => {
      const { name, group } = catalog.skills.get(entry.skill)!;
      return { ...entry, name, group, levelMeaning: levelMeaning(catalog, entry) };
    });
    const track = ladder.tracks.find(({ id }) => id === role.track);
    const summary = role.summary.text === '' ? null : role.summary;
    const said = { responsibilities, skills, previous, next, contrasts, disagreements };
    return { levels: ladder.levels, role: { ...role, track, summary, ...said } };
  };
  return {
    title: role.title,
    blocks: [
      heading(1, role.title, muted(` · ${role.id}`)),
      ...(role.summary.text === '' ? [] : [paragraph(...statementLine(catalog, role.summary, options))]),
      ...bullets(facts(catalog, role, expectations, options)),
      heading(2, `Responsibilities · ${responsibilities.length === 0 ? 'not stated' : responsibilities.length}`),
      ...(responsibilities.length === 0 ? [silence('responsibility', 'it has none')] : []),
      ...ladder.areas.flatMap((area) => {
        const lines = responsibilities
          .filter((responsibility) => responsibility.area === area.id)
          .map((responsibility) => statementLine(catalog, responsibility, options));
        return section(3, styled('name', area.title), bullets(lines, 2));
      }),
      heading(2, `Skills · ${requirements.length === 0 ? 'not stated' : needed.length}`),
      ...(requirements.length === 0 ? [silence('skill', 'it needs none')] : []),
      ...skillBlocks(catalog, expectations, options),
      ...moveBlocks('What comes before', previous, (move) => move.from, catalog, options),
      ...moveBlocks('What comes after', next, (move) => move.to, catalog, options),
      ...section(2, 'Set against other roles', bullets(contrastLines)),
      ...section(2, ladder.sources.length > 0 ? 'What the sources add' : 'Notes', bullets(notes)),
      ...disagreementBlocks(disagreements, options),
    ],
    records: () => showRecords(data()),
    data,
  };
}

/** Not stated is not the same as not needed, and is said in so many words. */
function silence(what: string, otherwise: string): Block {
  return paragraph(muted(`No ${what} is recorded for this role. That is not to say that ${otherwise}.`));
}

function facts(catalog: Catalog, role: Role, expectations: Expectations, options: ViewOptions): (string | Line)[] {
  const { roles, cumulative } = catalog.ladder;
  const juniors = roles.filter((other) => other.rank < role.rank).length;
  const seniors = roles.filter((other) => other.rank > role.rank).length;
  const track = trackTitle(catalog, role.id);
  return [
    `${count(juniors, 'role')} more junior, ${seniors} more senior, by this ladder's ranks`,
    ...(track === undefined ? [] : [`Track: ${track}`]),
    ...(role.aliases.length > 0 ? [`Also found as: ${role.aliases.join(', ')}`] : []),
    ...role.includes.map((inclusion): Line => {
      const start = `Takes over the ${joinWords(inclusion.of)} of `;
      return [start, roleLink(catalog, inclusion.role), ...citeNote(inclusion, options)];
    }),
    ...(cumulative ? inherited(expectations) : []),
  ];
}

/** On a cumulative ladder: how much of the role was asked for before. */
function inherited({ responsibilities, requirements }: Expectations): string[] {
  const all = [...responsibilities, ...requirements];
  const own = all.filter((entry) => entry.origin === undefined).length;
  if (own === all.length) return [];
  const more = all.length - own;
  return [`Adds ${own} responsibilities and skills of its own to ${more} that it carries over, marked "as …"`];
}

/** The skills that the role needs under their groups, then those that it does not. */
function skillBlocks(catalog: Catalog, { needed, requirements }: Expectations, options: ViewOptions): Block[] {
  const ruledOut = requirements
    .filter((requirement) => requirement.notApplicable === true)
    // The heading says already that it is not applicable.
    .map((requirement) => skillEntry(catalog, requirement, skillName(catalog, requirement.skill), options));
  const levelled = needed.some((requirement) => requirement.level !== undefined);
  const scale = catalog.ladder.levels.map((level) => level.title).join(' < ');
  return [
    ...(levelled ? [paragraph(muted(`Levels, lowest first: ${scale}`))] : []),
    ...groupedSkills(catalog, needed, (requirement) =>
      skillEntry(catalog, requirement, requirementLabel(catalog, requirement), options),
    ),
    ...section(3, styled('name', 'Not applicable to this role'), bullets(ruledOut, 2)),
  ];
}

function skillEntry(catalog: Catalog, requirement: ExpectedRequirement, label: string, options: ViewOptions): Line {
  return [
    skillLink(requirement.skill, label),
    // The role's own wording first: what the level means is the same for every role.
    ...aside(requirement.text, levelMeaning(catalog, requirement)),
    ...groundNote(catalog, requirement, options),
  ];
}

function moveBlocks(
  title: string,
  moves: readonly Progression[],
  other: (move: Progression) => string,
  catalog: Catalog,
  options: ViewOptions,
): Block[] {
  const roles = count(new Set(moves.map(other)).size, 'role');
  const items = moves.map((move) => {
    const note = [muted(` · ${moveNote(catalog, [move])}`), ...citeNote(move, options), ...aside(move.note)];
    return item('→', [roleLink(catalog, other(move)), ...note]);
  });
  return section(2, `${title} · ${roles}`, list(items));
}

/** The role as flat rows; `kind` says what each is. */
function showRecords({ role }: Data<'show'>): Records {
  const moveRow = (kind: string, id: string, { kind: move, basis, note, cites }: (typeof role.next)[number]) => {
    return { kind, id, text: note, move, basis, cites };
  };
  const rows = [
    { kind: 'title', text: role.title },
    ...role.aliases.map((text) => ({ kind: 'alias', text })),
    { kind: 'rank', text: String(role.rank) },
    ...(role.track ? [{ kind: 'track', id: role.track.id }] : []),
    ...(role.summary ? [{ kind: 'summary', ...role.summary }] : []),
    ...role.includes.map(({ role: id, of, cites }) => ({ kind: 'includes', id, text: of.join(' '), cites })),
    ...role.responsibilities.map((entry) => ({ kind: 'responsibility', ...entry })),
    ...role.skills.map((entry) => ({
      ...entry,
      kind: entry.notApplicable === true ? 'not-applicable' : 'skill',
      id: entry.skill,
      group: entry.group.join(' > '),
      text: entry.text === '' ? entry.name : entry.text,
    })),
    ...role.previous.map((move) => moveRow('previous', move.from, move)),
    ...role.next.map((move) => moveRow('next', move.to, move)),
    ...role.contrasts.map(({ roles, text, cites }) => {
      return { kind: 'contrast', id: roles.filter((id) => id !== role.id).join(' '), text, cites };
    }),
    ...role.notes.map((note) => ({ kind: 'note', ...note })),
    ...positionRows(role.disagreements),
  ];
  return recordsOf(
    'role kind area group id text level levelMeaning importance origin move basis cites',
    rows.map((entry) => ({ ...entry, role: role.id })),
  );
}

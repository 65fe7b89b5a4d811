/**
 * One role: what fits a screen or, in full, all that the ladder says of it.
 */
import type { Catalog } from '../core/catalog.ts';
import { type Expectations, expectationsOf } from '../core/expectations.ts';
import type { Role } from '../core/model.ts';
import { heading, type Line, muted, paragraph, type Records, type Report } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import {
  citeNote,
  disagreementsAbout,
  given,
  joinWords,
  levelMeaning,
  levelOfRole,
  roleLink,
  statementLine,
  trackTitle,
  type ViewOptions,
} from './parts.ts';
import { positionRows, recordsOf } from './records.ts';
import { briefBlocks } from './show-brief.ts';
import { fullBlocks } from './show-full.ts';
import type { Shown, ShowOptions } from './shown.ts';

export function showView(catalog: Catalog, role: Role, options: ShowOptions): Report<Data<'show'>> {
  const { ladder } = catalog;
  const expectations = expectationsOf(catalog, role);
  const said = {
    previous: catalog.previous.get(role.id) ?? [],
    next: catalog.next.get(role.id) ?? [],
    contrasts: ladder.contrasts.filter((contrast) => contrast.roles.includes(role.id)),
    disagreements: disagreementsAbout(catalog, role),
  };
  const data = () => {
    const { responsibilities } = expectations;
    const skills = expectations.requirements.map((entry) => {
      const { name, group } = catalog.skills.get(entry.skill)!;
      return { ...entry, name, group, levelMeaning: levelMeaning(catalog, entry) };
    });
    const track = ladder.tracks.find(({ id }) => id === role.track);
    const summary = role.summary.text === '' ? null : role.summary;
    return { levels: ladder.levels, role: { ...role, track, summary, responsibilities, skills, ...said } };
  };
  const place = [levelOfRole(catalog, role), ...given(trackTitle(catalog, role.id), (title) => title)].join(' · ');
  const shown: Shown = {
    ...{ catalog, role, options, expectations, ...said },
    called: `Also called ${[role.id, ...role.aliases].join(', ')}.`,
    inherits: inheritanceOf(catalog, role, expectations, options),
  };
  return {
    title: role.title,
    blocks: [
      heading(1, role.title, muted(` · ${place}`)),
      ...(role.summary.text === '' ? [] : [paragraph(...statementLine(catalog, role.summary, options))]),
      ...(options.full === true ? fullBlocks(shown) : briefBlocks(shown)),
    ],
    records: () => showRecords(data()),
    data,
  };
}

/** From which roles it inherits and, on a cumulative ladder, how much of what it has. */
function inheritanceOf(catalog: Catalog, role: Role, expectations: Expectations, options: ViewOptions): Line[] {
  const all = [...expectations.responsibilities, ...expectations.requirements];
  const inherited = all.filter(({ origin }) => origin !== undefined).length;
  return [
    ...role.includes.map((inclusion): Line => {
      const start = `Inherited: the ${joinWords(inclusion.of)} of `;
      return [start, roleLink(catalog, inclusion.role), ...citeNote(inclusion, options), '.'];
    }),
    ...(catalog.ladder.cumulative && inherited > 0
      ? [[`Inherited: ${inherited} of ${all.length} responsibilities and skills, marked "as …".`]]
      : []),
  ];
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

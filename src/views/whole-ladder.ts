/**
 * A whole ladder as one document to read: everything that it says, each role once.
 */
import { type Catalog, createCatalog, heldRoles } from '../core/catalog.ts';
import { PmrolesError } from '../core/errors.ts';
import { expectationsOf } from '../core/expectations.ts';
import { groupBy } from '../core/group-by.ts';
import { bankOf } from '../core/quiz/bank.ts';
import type { Cite, Area, Role, Skill, Source } from '../core/model.ts';
import type { MarkdownText } from '../report/markdown-document.ts';
import {
  type Block,
  bullets,
  heading,
  type HeadingLevel,
  join,
  leading,
  type Line,
  muted,
  paragraph,
  row,
  section,
  strong,
  styled,
  table,
} from '../report/report.ts';
import {
  citeNote,
  count,
  DIFFERENCES,
  disagreementBlocks,
  given,
  kindName,
  levelOfRole,
  NO_SOURCE,
  notStated,
  ownMeaning,
  roleLink,
  sourceLines,
  statementLine,
  type ViewOptions,
} from './parts.ts';
import { quizQuestionsView } from './quiz-questions.ts';
import { showView } from './show.ts';

/** Where there is nothing to cite, all of it is the ladder keeper's own, which is said once. */
const citesOf = ({ ladder }: Catalog): ViewOptions => ({ cites: ladder.sources.length > 0 });

/** More than this many statements, each as often as a role inherits it, are no document any more. */
const MOST_STATEMENTS = 200_000;

function refuseTooMuch(catalog: Catalog): void {
  const statements = catalog.ladder.roles.reduce((sum, role) => {
    const { responsibilities, requirements } = expectationsOf(catalog, role);
    return sum + responsibilities.length + requirements.length;
  }, 0);
  if (statements <= MOST_STATEMENTS) return;
  throw new PmrolesError('usage', `the ladder is too large for one document: its roles have ${statements} statements`, {
    hint: `at most ${MOST_STATEMENTS}; pmroles show <role> --format markdown writes one role`,
  });
}

/**
 * Writes a ladder out.
 *
 * @throws PmrolesError `usage` for a ladder of more statements than a document is read for
 */
export function wholeLadder(catalog: Catalog): MarkdownText {
  const { ladder } = catalog;
  refuseTooMuch(catalog);
  const contents: Line[] = [];
  /** A heading of the contents; empty sections are left out of both. */
  const chapter = (id: string, title: string, blocks: readonly Block[], below: readonly Line[] = []): Block[] => {
    if (blocks.length === 0) return [];
    const place = `#section=${id}`;
    const links = below.length === 0 ? [] : [': ', ...join(below, ', ')];
    contents.push([leading(place, title), ...links]);
    return [{ kind: 'heading', level: 2, line: [title], place }, ...blocks];
  };
  // What sources differ in has a section of its own, and need not stand with each role as well.
  const agreed = createCatalog({ ...ladder, disagreements: [] });
  const tracks = [...ladder.tracks, undefined].flatMap((track): Block[] => {
    const roles = ladder.roles.filter((role) => role.track === track?.id);
    const blocks = roles.flatMap((role) => roleBlocks(agreed, role));
    const title = track?.title ?? (ladder.tracks.length === 0 ? 'Roles' : 'On no track');
    const links = roles.map((role) => [roleLink(catalog, role.id)]);
    return chapter(
      `track-${track?.id ?? ''}`,
      title,
      [...given(track?.description, (text) => paragraph(text)), ...blocks],
      links,
    );
  });
  const notes = ladder.notes.map((note) => statementLine(catalog, note, citesOf(catalog)));
  const quiz = ladder.quiz ? quizQuestionsView(catalog, bankOf(catalog)).blocks : [];
  const before = [
    ...tracks,
    ...chapter('moves', 'Moves', moves(catalog)),
    ...chapter('skills', 'Skills', skills(catalog)),
    ...chapter('differences', DIFFERENCES, disagreementBlocks(ladder.disagreements, citesOf(catalog)).slice(1)),
    ...chapter('notes', 'On the ladder as a whole', bullets(notes)),
    ...chapter('quiz', 'Quiz', deeper(quiz.slice(1), 1)),
  ];
  const cited = new Set(citesIn(before));
  const sources = ladder.sources.flatMap((source) => sourceBlocks(source, cited));
  const licence = given(ladder.licence, (text) => `Licence: ${text}`);
  // It fills the contents, which stand before it.
  const after = chapter('sources', 'Sources', sources);
  return {
    blocks: [
      heading(1, ladder.title),
      ...given(ladder.summary, (text) => paragraph(text)),
      paragraph(muted([`Version ${ladder.version}`, count(heldRoles(ladder).length, 'role'), ...licence].join(' · '))),
      heading(2, 'Contents'),
      ...bullets(contents),
      heading(2, 'How to read it'),
      ...howToRead(catalog),
      ...before,
      ...after,
    ],
    cited: (id) => {
      const place = catalog.cites.get(id);
      if (!place) return undefined;
      const { source, fact } = place;
      const from = `source ${source.id}, ${source.title}`;
      return [strong(id), ': ', ...(fact ? [`${fact.text} (${from})`] : [from])];
    },
  };
}

/** All that is cited anywhere in a part of a report. */
function citesIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => (key === 'cites' ? (value as string[]) : citesIn(value)));
}

function howToRead(catalog: Catalog): Block[] {
  const { ladder } = catalog;
  const lines = [
    notStated(catalog),
    ...silences(catalog),
    ...(ladder.cumulative ? ['Each role adds to the role below it on its track. "as …" marks what is inherited.'] : []),
    ...(ladder.sources.length === 0
      ? [NO_SOURCE]
      : [
          'Notes at the end name the sources. What no source says is marked as editorial.',
          'Moves: stated by a source, implied by the order in which a source lists the roles, or editorial.',
        ]),
  ];
  const named = ({ title, description }: Area): Line => [strong(title), ...described(description)];
  const areas = ladder.areas.filter(({ description }) => description !== undefined);
  return [
    ...bullets(lines),
    ...section(3, 'Levels, the lowest first', bullets(ladder.levels.map(named), 2)),
    ...section(3, 'Areas', bullets(areas.map(named), 2)),
  ];
}

/** What none of the roles has, so that it need not be said of each. */
function silences({ ladder: { roles } }: Catalog): string[] {
  return [
    ...(roles.every(({ responsibilities }) => responsibilities.length === 0)
      ? ['No role states responsibilities.']
      : []),
    ...(roles.every(({ requirements }) => requirements.length === 0) ? ['No role states skills.'] : []),
  ];
}

const described = (description: string | undefined): Line => given(description, (text) => `: ${text}`);

function roleBlocks(catalog: Catalog, role: Role): Block[] {
  // The id is only of use to somebody who types it.
  const blocks = showView(catalog, role, { ...citesOf(catalog), full: true, inDocument: true }).blocks.slice(1);
  const top: Block = { kind: 'heading', level: 3, line: [role.title], place: `#role=${role.id}` };
  return [top, paragraph(styled('code', role.id), ` · ${levelOfRole(catalog, role)}`), ...deeper(blocks, 2)];
}

/** The same, so many levels of headings further down. */
function deeper(blocks: readonly Block[], by: number): Block[] {
  return blocks.map((block) =>
    block.kind === 'heading' ? { ...block, level: Math.min(6, block.level + by) as HeadingLevel } : block,
  );
}

function moves(catalog: Catalog): Block[] {
  const { progressions, sources } = catalog.ladder;
  if (progressions.length === 0) return [];
  const isSourced = sources.length > 0;
  const isNoted = progressions.some(({ note }) => note !== undefined);
  return [
    table(
      ['From', 'To', 'Kind', ...(isSourced ? ['How it is known'] : []), ...(isNoted ? ['Note'] : [])],
      progressions.map((move) => [
        ...row(roleLink(catalog, move.from), roleLink(catalog, move.to), kindName(move)),
        ...(isSourced ? [[[move.basis, ...citeNote(move, citesOf(catalog))]]] : []),
        ...(isNoted ? row(move.note ?? '') : []),
      ]),
    ),
  ];
}

function skills(catalog: Catalog): Block[] {
  const { skills: all, levels } = catalog.ladder;
  const skillLine = (skill: Skill): Line => [
    strong(skill.name),
    ...described(skill.description),
    ...levels.flatMap(({ id, title }): Line => {
      const meaning = ownMeaning(skill, id);
      return meaning === undefined ? [] : [' · ', strong(title), `: ${meaning}`];
    }),
  ];
  const groups = groupBy(all, ({ group }) => JSON.stringify(group));
  return [...groups.values()].flatMap((members) => {
    const title = members[0]!.group.join(' › ');
    const top = title === '' && groups.size > 1 ? 'In no group' : title;
    return [...given(top, (text) => heading(3, text)), ...bullets(members.map(skillLine), 2)];
  });
}

function sourceBlocks(source: Source, cited: ReadonlySet<Cite>): Block[] {
  const { id, title, facts } = source;
  const rest = facts.filter((fact) => !cited.has(fact.id));
  const noted = facts.length - rest.length;
  const lines = [
    ...sourceLines(source),
    ...(noted > 0 ? [`${count(noted, 'fact')} of it in the notes at the end`] : []),
    // A note that nothing leads to would not be shown.
    ...rest.map((fact) => [strong(fact.id), `: ${fact.text}`]),
  ];
  return [heading(3, `${id}: ${title}`), ...bullets(lines, 2)];
}

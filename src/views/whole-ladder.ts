/**
 * A whole ladder as one document to read: everything that it says, each role once.
 */
import { type Catalog, createCatalog } from '../core/catalog.ts';
import { PmrolesError } from '../core/errors.ts';
import { expectationsOf } from '../core/expectations.ts';
import { bankOf } from '../core/quiz/bank-of.ts';
import type { Cite, Role, Skill, Source } from '../core/model.ts';
import {
  type Block,
  citesIn,
  heading,
  type HeadingLevel,
  item,
  type Item,
  join,
  leading,
  type Line,
  linked,
  list,
  paragraph,
  styled,
} from '../report/report.ts';
import {
  citeNote,
  count,
  disagreementBlocks,
  kindName,
  levelTitle,
  ownMeaning,
  roleLink,
  type ViewOptions,
} from './parts.ts';
import { quizQuestionsView } from './quiz-questions.ts';
import { showView } from './show.ts';

/** A document whose parts can be linked to. */
export interface LadderText {
  readonly blocks: readonly Block[];
  /** What links to each heading say. */
  readonly places: ReadonlyMap<Block, string>;
  /** What stands behind a cite; undefined for what is none. */
  readonly cited: (id: Cite) => Line | undefined;
}

/** Where there is nothing to cite, all of it is the ladder keeper's own, which is said once. */
const citesOf = ({ ladder }: Catalog): ViewOptions => ({ cites: ladder.sources.length > 0 });

/** More than this many statements, each as often as a role takes it over, are no document any more. */
const MOST_STATEMENTS = 200_000;

function refuseTooMuch(catalog: Catalog): void {
  let statements = 0;
  for (const role of catalog.ladder.roles) {
    const { responsibilities, requirements } = expectationsOf(catalog, role);
    statements += responsibilities.length + requirements.length;
  }
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
export function wholeLadder(catalog: Catalog): LadderText {
  const { ladder } = catalog;
  refuseTooMuch(catalog);
  const places = new Map<Block, string>();
  const contents: Item[] = [];
  /** A heading of the contents; empty sections are left out of both. */
  const section = (id: string, title: string, blocks: readonly Block[], below: readonly Line[] = []): Block[] => {
    if (blocks.length === 0) return [];
    const top = heading(2, title);
    places.set(top, `#section=${id}`);
    const links = below.length === 0 ? [] : [': ', ...join(below, ', ')];
    contents.push(item('•', [leading(`#section=${id}`, title), ...links]));
    return [top, ...blocks];
  };
  // What sources differ in has a section of its own, and need not stand with each role as well.
  const agreed = createCatalog({ ...ladder, disagreements: [] });
  const tracks = [...ladder.tracks, undefined].flatMap((track): Block[] => {
    const roles = ladder.roles.filter((role) => role.track === track?.id);
    const blocks = roles.flatMap((role) => {
      const [top, ...rest] = roleBlocks(agreed, role);
      places.set(top!, `#role=${role.id}`);
      return [top!, ...rest];
    });
    const about = track?.description === undefined ? [] : [paragraph(track.description)];
    const title = track?.title ?? (ladder.tracks.length === 0 ? 'Roles' : 'On no track');
    const links = roles.map((role) => [roleLink(catalog, role.id)]);
    return section(`track-${track?.id ?? ''}`, title, [...about, ...blocks], links);
  });
  const rest = [
    ...section('moves', 'Moves', moves(catalog)),
    ...section('skills', 'Skills', skills(catalog)),
    ...section(
      'differences',
      'Where the sources differ',
      disagreementBlocks('', ladder.disagreements, citesOf(catalog)).slice(1),
    ),
    ...section(
      'notes',
      'On the ladder as a whole',
      list(ladder.notes.map((note) => item('•', [note.text, ...citeNote(note, citesOf(catalog))]))),
    ),
    ...section(
      'quiz',
      'Quiz',
      ladder.quiz ? deeper(quizQuestionsView(catalog, bankOf(catalog)).blocks.slice(1), 1) : [],
    ),
  ];
  const before = [...tracks, ...rest];
  const cited = new Set(citesIn(before));
  const sources = section(
    'sources',
    'Sources',
    ladder.sources.flatMap((source) => sourceBlocks(source, cited)),
  );
  return {
    blocks: [
      heading(1, ladder.title),
      ...(ladder.summary === '' ? [] : [paragraph(ladder.summary)]),
      paragraph(styled('muted', `Version ${ladder.version} · ${count(ladder.roles.length, 'role')}`)),
      heading(2, 'Contents'),
      ...list(contents),
      heading(2, 'How to read it'),
      ...howToRead(catalog),
      ...before,
      ...sources,
    ],
    places,
    cited: (id) => {
      const place = catalog.cites.get(id);
      if (!place) return undefined;
      const { source, fact } = place;
      const from = `source ${source.id}, ${source.title}`;
      return [styled('strong', id), ': ', ...(fact ? [`${fact.text} (${from})`] : [from])];
    },
  };
}

function howToRead({ ladder }: Catalog): Block[] {
  const named = (title: string, description: string | undefined): Item =>
    item('•', [styled('strong', title), ...(description === undefined ? [] : [`: ${description}`])]);
  const lines = [
    '"Not stated" is not the same as "not needed": where nothing is said of a role, that is all there is to know.',
    ...(ladder.cumulative
      ? ['Each role’s expectations add to those of the rank below it on its track; "as …" marks what is carried over.']
      : []),
    ...(ladder.sources.length === 0
      ? ['The ladder names no source: all of it is its keeper’s own word.']
      : [
          'Notes at the end say what each statement leans on. What is marked as editorial is the ladder keeper’s own.',
          'A move is stated where a source says that people move so, implied where it is read off a source’s ordering, and editorial where it is the ladder keeper’s own.',
        ]),
  ];
  const areas = ladder.areas.filter(({ description }) => description !== undefined);
  return [
    ...list(lines.map((line) => item('•', [line]))),
    ...(ladder.levels.length === 0 ? [] : [heading(3, 'Levels, the lowest first')]),
    ...list(
      ladder.levels.map(({ title, description }) => named(title, description)),
      2,
    ),
    ...(areas.length === 0 ? [] : [heading(3, 'Areas')]),
    ...list(
      areas.map(({ title, description }) => named(title, description)),
      2,
    ),
  ];
}

function roleBlocks(catalog: Catalog, role: Role): Block[] {
  // The id is only of use to somebody who types it.
  const blocks = showView(catalog, role, citesOf(catalog)).blocks.slice(1);
  return [heading(3, role.title), paragraph(styled('code', role.id)), ...deeper(blocks, 2)];
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
  const titles = ['From', 'To', 'Kind', ...(isSourced ? ['How it is known'] : []), ...(isNoted ? ['Note'] : [])];
  return [
    {
      kind: 'table',
      columns: titles.map((title) => ({ title })),
      rows: progressions.map((edge) => [
        [[roleLink(catalog, edge.from)]],
        [[roleLink(catalog, edge.to)]],
        [[kindName(edge)]],
        ...(isSourced ? [[[edge.basis, ...citeNote(edge, citesOf(catalog))]]] : []),
        ...(isNoted ? [[[edge.note ?? '']]] : []),
      ]),
      between: 'nothing',
    },
  ];
}

function skills(catalog: Catalog): Block[] {
  const groups = new Map<string, { readonly title: string; readonly skills: Skill[] }>();
  for (const skill of catalog.ladder.skills) {
    const key = JSON.stringify(skill.group);
    const group = groups.get(key);
    if (group) group.skills.push(skill);
    else groups.set(key, { title: skill.group.join(' › '), skills: [skill] });
  }
  return [...groups.values()].flatMap(({ title, skills: members }) => [
    ...(title === '' ? (groups.size === 1 ? [] : [heading(3, 'In no group')]) : [heading(3, title)]),
    ...list(
      members.map((skill) => item('•', skillLine(catalog, skill))),
      2,
    ),
  ]);
}

function skillLine(catalog: Catalog, skill: Skill): Line {
  return [
    styled('strong', skill.name),
    ...(skill.description === undefined ? [] : [`: ${skill.description}`]),
    ...catalog.ladder.levels.flatMap(({ id }): Line => {
      const meaning = ownMeaning(skill, id);
      return meaning === undefined ? [] : [' · ', styled('strong', levelTitle(catalog, id)), `: ${meaning}`];
    }),
  ];
}

function sourceBlocks({ id, title, date, url, note, facts }: Source, cited: ReadonlySet<Cite>): Block[] {
  const rest = facts.filter((fact) => !cited.has(fact.id));
  return [
    heading(3, `${id}: ${title}`),
    ...list(
      [
        ...(date === undefined ? [] : [item('•', [`Dated ${date}`])]),
        ...(url === undefined ? [] : [item('•', [linked(url, url)])]),
        ...(note === undefined ? [] : [item('•', [note])]),
        ...(facts.length > rest.length
          ? [item('•', [`${count(facts.length - rest.length, 'fact')} of it in the notes at the end`])]
          : []),
        // A note that nothing leads to would not be shown.
        ...rest.map((fact) => item('•', [styled('strong', fact.id), `: ${fact.text}`])),
      ],
      2,
    ),
  ];
}

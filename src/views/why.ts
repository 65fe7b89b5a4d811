/**
 * The claims behind each statement of a role.
 */
import type { Catalog } from '../core/catalog.ts';
import { type Claim, type ClaimedStatement, claimsOf, type Reasons } from '../core/claims.ts';
import { groupBy } from '../core/group-by.ts';
import type { Disagreement, Role } from '../core/model.ts';
import { quote } from '../core/names.ts';
import { foldWord, plainWords } from '../core/search/words.ts';
import {
  bullet,
  bullets,
  type Cell,
  heading,
  type Inline,
  item,
  join,
  type Line,
  muted,
  paragraph,
  plain,
  type Report,
  section,
  strong,
  styled,
  table,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { cutTo } from './cut.ts';
import { citeNote, count, DIFFERENCES, given, NO_SOURCE, requirementLabel, sourceKey, titleOf } from './parts.ts';
import { positionRows, recordsOf } from './records.ts';

/** Of a statement that is one of many this much is shown; `show --full` has all of it. */
const ONE_LINE = 68;

export function whyView(
  catalog: Catalog,
  role: Role,
  about: string | undefined,
  reasons: Reasons,
): Report<Data<'why'>> {
  const { statements, disagreements } = reasons;
  const isWhole = about === undefined;
  const asked = about === undefined ? '' : `, ${quote(about)}`;
  const title = `Why: ${role.title}${asked} · ${count(statements.length, 'statement')}`;
  const { sources, roles } = catalog.ladder;
  // What is about every role says nothing of this one.
  const own = disagreements.filter((disagreement) => !isWhole || disagreement.roles.length < roles.length);
  const cites = [
    ...statements.flatMap(({ claims }) => claims.map(({ cite }) => cite)),
    ...own.flatMap(({ positions }) => positions.flatMap((position) => position.cites)),
  ];
  const grounds = [
    ...(sources.length > 0 && statements.length > 0
      ? [paragraph(muted(`What the sources say, and what this ladder says${isWhole ? ' in other words' : ''} (•).`))]
      : []),
    ...(sources.length === 0 && statements.length > 0 ? [paragraph(NO_SOURCE)] : []),
    ...(statements.some(({ claims }) => claims.length > 0)
      ? [table([{ title: '', short: true }, ''], reasonRows(catalog, statements, isWhole))]
      : bullets(linesOf(catalog, statements, isWhole))),
  ];
  const disputes = section(
    2,
    DIFFERENCES,
    own.length === 0
      ? []
      : [
          table(
            [''],
            own.map((one) => differenceRow(catalog, one, isWhole)),
          ),
        ],
  );
  // Who asks about one thing wants to know first that just this is disputed.
  const isDisputed = !isWhole && own.length > 0 && own.every((one) => one.roles.length <= 2);
  return {
    title,
    blocks: [
      heading(1, title),
      ...(statements.length + disagreements.length === 0
        ? [paragraph(isWhole ? 'Nothing is stated of this role.' : 'No matches.')]
        : []),
      ...(isDisputed ? [...disputes, ...grounds] : [...grounds, ...disputes]),
      ...sourceKey(catalog, cites),
    ],
    records: () =>
      recordsOf('role kind id area statement editorial origin cite source date fact level importance', [
        ...statements.flatMap((statement) => {
          const { level, importance } = statement.need ?? {};
          return claimRows(role, { ...statement, level, importance }, statement.claims);
        }),
        ...positionRows(disagreements).flatMap((position) =>
          claimRows(role, position, claimsOf(catalog, position.cites)),
        ),
      ]),
    data: () => ({
      role: role.id,
      about,
      statements: statements.map((statement) => ({
        ...statement,
        id: statement.id || null,
        notApplicable: statement.need?.notApplicable ?? false,
        level: statement.need?.level,
        importance: statement.need?.importance,
        claims: statement.claims.map(({ cite, source, text }) => ({ ...source, cite, source: source.id, text })),
      })),
      disagreements,
    }),
  };
}

/** A row for each claim; a statement that no source backs keeps its row. */
function claimRows<Said extends { readonly text: string }>(role: Role, said: Said, claims: readonly Claim[]) {
  const start = { ...said, role: role.id, statement: said.text };
  if (claims.length === 0) return [start];
  return claims.map(({ cite, source, text }) => {
    return { ...start, cite, source: source.id, date: source.date, fact: text ?? source.title };
  });
}

/** A fact in its own words, and below it what rests on it first. */
function reasonRows(catalog: Catalog, statements: readonly ClaimedStatement[], isWhole: boolean): Cell[][] {
  const groups = groupBy(statements, ({ claims }) => claims[0]?.cite);
  const told = new Set(groups.keys());
  return [...groups.values()].flatMap((members): Cell[][] => {
    const [first] = members[0]!.claims;
    const isSaid = isWhole ? saidBy(first) : () => false;
    const lines = linesOf(
      catalog,
      members.filter((statement) => !isSaid(statement)),
      isWhole,
    ).map(bullet);
    if (!first) return [[[], lines]];
    // What is asked about is shown with all that it rests on; of a whole role, what is only cited besides goes by its id.
    const besides = isWhole ? [] : members.flatMap(({ claims }) => claims).filter(({ cite }) => !told.has(cite));
    for (const { cite } of besides) told.add(cite);
    const facts = [first, ...new Map(besides.map((claim) => [claim.cite, claim])).values()];
    const said = members.filter(isSaid).flatMap((statement) => standing(catalog, statement));
    return facts.map((claim, index): Cell[] => [
      [[styled('cite', claim.cite)]],
      // What rests on the first stands below it, and names the others, which follow.
      index === 0 ? [[...factLine(claim), ...said], ...lines] : [factLine(claim)],
    ]);
  });
}

/** Finds the statements that a fact makes in the very same words, which need not be told again. */
function saidBy(claim: Claim | undefined): (statement: ClaimedStatement) => boolean {
  const fold = (text: string): string => ` ${plainWords(text).map(foldWord).join(' ')} `;
  const words = fold(claim?.text ?? '');
  return ({ kind, text, editorial, origin }) =>
    kind !== 'includes' && !editorial && origin === undefined && text !== '' && words.includes(fold(text));
}

/** The sides of a disagreement: by the ids of what each leans on or, where it was asked about, with its words. */
function differenceRow(catalog: Catalog, { title, positions }: Disagreement, isWhole: boolean): Cell[] {
  const sides = positions.flatMap((position) => [
    item('≠', [position.text, ...citeNote(position, { cites: isWhole })], 'changed'),
    ...(isWhole ? [] : claimsOf(catalog, position.cites).map((claim) => item(claim.cite, factLine(claim), 'cite'))),
  ]);
  return [[[strong(title)], ...sides]];
}

/** What a source says; which one it is, where its id does not begin with the source's. */
function factLine({ cite, source, text = 'The source as a whole.' }: Claim): Line {
  return cite.startsWith(source.id) ? [text] : [text, muted(` (source ${source.id})`)];
}

/** A line for each statement, and one for all skills, of which a whole role has many. */
function linesOf(catalog: Catalog, members: readonly ClaimedStatement[], isWhole: boolean): Line[] {
  const isNamed = ({ kind, text }: ClaimedStatement): boolean => kind === 'skill' && (isWhole || text === '');
  const skills = members.filter(isNamed).map((skill) => [labelOf(catalog, skill), ...standing(catalog, skill)]);
  const others = members.filter((statement) => !isNamed(statement));
  return [
    ...others.map((statement): Line => {
      const label = labelOf(catalog, statement, isWhole);
      const line = statement.text === '' ? label : label === '' ? statement.text : `${label}: ${statement.text}`;
      const note = standing(catalog, statement);
      return [isWhole ? cutTo(line, ONE_LINE - plain(note).length) : line, ...note];
    }),
    ...(skills.length === 0 ? [] : [[`${skills.length === 1 ? 'Skill' : 'Skills'}: `, ...join(skills, ' · ')]]),
  ];
}

function labelOf(catalog: Catalog, { kind, id, area, need }: ClaimedStatement, isWhole = false): string {
  switch (kind) {
    case 'summary':
      return 'Summary';
    case 'responsibility':
      return isWhole ? '' : catalog.areas.get(area!)!.title;
    case 'skill':
      return requirementLabel(catalog, need!);
    case 'includes':
      return `Inherited from ${titleOf(catalog, id)}`;
    case 'next':
      return `Move to ${titleOf(catalog, id)}`;
    case 'contrast':
      return id === '' ? 'Compared' : `Compared with ${titleOf(catalog, id)}`;
    case 'note':
      return 'Note';
  }
}

/** What else it rests on, whether it is inherited, and what it is without a source; a ladder that has none says so once. */
function standing(catalog: Catalog, { claims, editorial, origin }: ClaimedStatement): Inline[] {
  const parts = [
    ...given(origin, (id) => `as ${titleOf(catalog, id)}`),
    ...(catalog.ladder.sources.length > 0 && editorial ? ['editorial'] : []),
    ...(catalog.ladder.sources.length > 0 && !editorial && claims.length === 0 ? ['no source named'] : []),
  ];
  const others = claims.slice(1).map(({ cite }) => cite);
  return [
    ...(others.length === 0 ? [] : [styled('cite', ` [and ${others.join(', ')}]`)]),
    ...(parts.length === 0 ? [] : [muted(` (${parts.join(', ')})`)]),
  ];
}

/**
 * The claims behind each statement of a role.
 */
import type { Catalog } from '../core/catalog.ts';
import { type Claim, type ClaimedStatement, claimsOf, type Reasons, type StatementKind } from '../core/claims.ts';
import type { Role } from '../core/model.ts';
import { quote } from '../core/names.ts';
import {
  type Block,
  bullet,
  heading,
  item,
  type Item,
  type Line,
  linked,
  list,
  muted,
  paragraph,
  type Report,
  section,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { aside, count, DIFFERENCES, given, requirementLabel, titleOf } from './parts.ts';
import { positionRows, recordsOf } from './records.ts';

const SECTIONS: readonly (readonly [StatementKind, string])[] = [
  ['summary', 'What the role is for'],
  ['includes', 'What it takes over'],
  ['responsibility', 'Responsibilities'],
  ['skill', 'Skills'],
  ['next', 'What comes after'],
  ['contrast', 'Set against other roles'],
  ['note', 'Notes'],
];

export function whyView(
  catalog: Catalog,
  role: Role,
  about: string | undefined,
  reasons: Reasons,
): Report<Data<'why'>> {
  const { statements, disagreements } = reasons;
  const title = `Why: ${role.title}${about === undefined ? '' : `, ${quote(about)}`} · ${count(statements.length, 'statement')}`;
  const isSourced = catalog.ladder.sources.length > 0;
  return {
    title,
    blocks: [
      heading(1, title),
      ...(statements.length + disagreements.length === 0
        ? [paragraph('The ladder says nothing of the kind about this role. That is not to say that it is not so.')]
        : []),
      ...(!isSourced && statements.length > 0
        ? [paragraph(muted('The ladder names no sources: all of this is its keeper’s own word.'))]
        : []),
      ...SECTIONS.flatMap(([kind, name]) => {
        const members = statements.filter((statement) => statement.kind === kind);
        return section(
          2,
          name,
          members.flatMap((statement) => statementBlocks(catalog, statement)),
        );
      }),
      ...section(
        2,
        DIFFERENCES,
        disagreements.flatMap(({ title: question, positions }) => [
          heading(3, question),
          ...positions.flatMap(({ text, cites, editorial }) => [
            ...list([item('≠', [text], 'changed')], 2),
            ...list(claimItems(catalog, claimsOf(catalog, cites), editorial), 3),
          ]),
        ]),
      ),
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

function statementBlocks(catalog: Catalog, statement: ClaimedStatement): Block[] {
  const { claims, editorial, origin } = statement;
  const from = given(origin, (id) => muted(` (as ${titleOf(catalog, id)})`));
  return [
    heading(3, ...statementLine(catalog, statement), ...from),
    ...list(claimItems(catalog, claims, editorial), 2),
  ];
}

function statementLine(catalog: Catalog, { kind, id, area, text, need }: ClaimedStatement): Line {
  const behind = text === '' ? '' : ` · ${text}`;
  switch (kind) {
    case 'responsibility':
      return [text, ...aside(catalog.areas.get(area!)!.title)];
    case 'skill':
      return [`${requirementLabel(catalog, need!)}${behind}`];
    case 'includes':
      return [`Takes over the ${text} of ${titleOf(catalog, id)}`];
    case 'next':
      return [`→ ${titleOf(catalog, id)}${behind}`];
    case 'contrast':
      return [id === '' ? text : `${titleOf(catalog, id)}: ${text}`];
    case 'summary':
    case 'note':
      return [text];
  }
}

function claimItems(catalog: Catalog, claims: readonly Claim[], editorial: boolean): Item[] {
  const items = claims.map(({ cite, source, text = 'The source as a whole.' }) => {
    const by = [muted(` · source ${source.id}, `), linked(source.url, source.title, 'muted')];
    return item(cite, [text, ...by, ...given(source.date, (date) => muted(`, ${date}`))], 'cite');
  });
  // Where the ladder has no sources at all, that was said once for all of it.
  if (catalog.ladder.sources.length === 0) return items;
  if (editorial) items.push(bullet('Editorial: the ladder keeper’s own word.'));
  return items.length > 0 ? items : [bullet([muted('No source is named.')])];
}

/**
 * The claims behind each statement of a role.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Claim, ClaimedStatement, Reasons, StatementKind } from '../core/claims.ts';
import { type ExpectedRequirement, expectationsOf } from '../core/expectations.ts';
import type { Role } from '../core/model.ts';
import { quote } from '../core/names.ts';
import {
  type Block,
  heading,
  item,
  type Item,
  type Line,
  linked,
  list,
  paragraph,
  type Report,
  styled,
} from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { disagreementData } from './data.ts';
import { count, requirementLabel, skillName, titleOf } from './parts.ts';

const SECTIONS: readonly (readonly [StatementKind, string])[] = [
  ['summary', 'What the role is for'],
  ['includes', 'What it takes over'],
  ['responsibility', 'Responsibilities'],
  ['skill', 'Skills'],
  ['next', 'What comes after'],
  ['contrast', 'Set against other roles'],
  ['note', 'Notes'],
];

/** Makes the report of `pmroles why`. */
export function whyView(
  catalog: Catalog,
  role: Role,
  about: string | undefined,
  reasons: Reasons,
): Report<Data<'why'>> {
  const { statements, disagreements } = reasons;
  const title = `Why: ${role.title}${about === undefined ? '' : `, ${quote(about)}`} · ${count(statements.length, 'statement')}`;
  const requirements = new Map(expectationsOf(catalog, role).requirements.map((entry) => [entry.skill, entry]));
  const needOf = ({ kind, id }: ClaimedStatement): ExpectedRequirement | undefined =>
    kind === 'skill' ? requirements.get(id) : undefined;
  const claimsOfPosition = (cites: readonly string[]): Claim[] =>
    cites.flatMap((cite) => {
      const cited = catalog.cites.get(cite);
      return cited ? [{ cite, source: cited.source, ...(cited.fact ? { text: cited.fact.text } : {}) }] : [];
    });
  return {
    title,
    blocks: [
      heading(1, title),
      ...(statements.length + disagreements.length === 0
        ? [paragraph('The ladder says nothing of the kind about this role. That is not to say that it is not so.')]
        : []),
      ...(catalog.ladder.sources.length === 0 && statements.length > 0
        ? [paragraph(styled('muted', 'The ladder names no sources: all of this is its keeper’s own word.'))]
        : []),
      ...SECTIONS.flatMap(([kind, name]): Block[] => {
        const members = statements.filter((statement) => statement.kind === kind);
        if (members.length === 0) return [];
        return [
          heading(2, name),
          ...members.flatMap((statement) => statementBlocks(catalog, statement, needOf(statement))),
        ];
      }),
      ...(disagreements.length === 0 ? [] : [heading(2, 'Where the sources differ')]),
      ...disagreements.flatMap(({ title: question, positions }): Block[] => [
        heading(3, question),
        ...positions.flatMap(({ text, cites, editorial }): Block[] => [
          ...list([item('≠', [text], 'changed')], 2),
          ...list(claimItems(catalog, claimsOfPosition(cites), editorial), 3),
        ]),
      ]),
    ],
    records: () => ({
      columns: [
        'role',
        'kind',
        'id',
        'area',
        'statement',
        'editorial',
        'origin',
        'cite',
        'source',
        'date',
        'fact',
        'level',
        'importance',
      ],
      rows: [
        ...statements.flatMap((statement) => {
          const { kind, id, area = '', text, editorial, origin = '', claims } = statement;
          const { level = '', importance = '' } = needOf(statement) ?? {};
          return claimRows([role.id, kind, id, area, text, editorial, origin], claims, [level, importance]);
        }),
        ...disagreements.flatMap(({ id, positions }) =>
          positions.flatMap(({ text, cites, editorial }) =>
            claimRows([role.id, 'disagreement', id, '', text, editorial, ''], claimsOfPosition(cites), ['', '']),
          ),
        ),
      ],
    }),
    data: (): Data<'why'> => ({
      role: role.id,
      about: about ?? null,
      statements: statements.map((statement) => ({
        kind: statement.kind,
        id: statement.id === '' ? null : statement.id,
        area: statement.area ?? null,
        text: statement.text,
        editorial: statement.editorial,
        notApplicable: statement.notApplicable,
        level: needOf(statement)?.level ?? null,
        importance: needOf(statement)?.importance ?? null,
        origin: statement.origin ?? null,
        claims: statement.claims.map(({ cite, source, text: words }) => ({
          cite,
          source: source.id,
          title: source.title,
          date: source.date ?? null,
          text: words ?? null,
        })),
      })),
      disagreements: disagreements.map(disagreementData),
    }),
  };
}

function claimRows(
  start: readonly (string | boolean)[],
  claims: readonly Claim[],
  end: readonly string[],
): (string | boolean)[][] {
  // A statement that no source backs keeps its row.
  if (claims.length === 0) return [[...start, '', '', '', '', ...end]];
  return claims.map(({ cite, source, text }) => [
    ...start,
    cite,
    source.id,
    source.date ?? '',
    text ?? source.title,
    ...end,
  ]);
}

function statementBlocks(catalog: Catalog, statement: ClaimedStatement, need?: ExpectedRequirement): Block[] {
  const { claims, editorial, origin } = statement;
  return [
    heading(
      3,
      ...statementLine(catalog, statement, need),
      ...(origin === undefined ? [] : [styled('muted', ` (as ${titleOf(catalog, origin)})`)]),
    ),
    ...list(claimItems(catalog, claims, editorial), 2),
  ];
}

function statementLine(
  catalog: Catalog,
  { kind, id, area, text }: ClaimedStatement,
  need: ExpectedRequirement | undefined,
): Line {
  const behind = text === '' ? '' : ` · ${text}`;
  switch (kind) {
    case 'responsibility':
      return [text, styled('muted', ` · ${catalog.areas.get(area!)!.title}`)];
    case 'skill':
      return [`${need ? requirementLabel(catalog, need) : skillName(catalog, id)}${behind}`];
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
  const items = claims.map(({ cite, source, text }) => {
    return item(
      cite,
      [
        text ?? 'The source as a whole.',
        styled('muted', ` · source ${source.id}, `),
        linked(source.url, source.title, 'muted'),
        ...(source.date === undefined ? [] : [styled('muted', `, ${source.date}`)]),
      ],
      'cite',
    );
  });
  // Where there are no sources, all of it is the keeper's word.
  if (editorial && catalog.ladder.sources.length > 0)
    items.push(item('•', ['Editorial: the ladder keeper’s own word.']));
  // Where there are none, that was said once for all.
  if (items.length > 0 || catalog.ladder.sources.length === 0) return items;
  return [item('•', [styled('muted', 'No source is named.')])];
}

/**
 * The claims behind each statement of a role.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Claim, ClaimedStatement, Reasons, StatementKind } from '../core/claims.ts';
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
} from '../render/report.ts';
import { disagreementData } from './data.ts';
import { count, skillName, titleOf } from './parts.ts';

const SECTIONS: readonly (readonly [StatementKind, string])[] = [
  ['summary', 'What the role is for'],
  ['includes', 'What it takes over'],
  ['responsibility', 'Responsibilities'],
  ['skill', 'Skills'],
  ['next', 'What comes after'],
  ['contrast', 'Set against other roles'],
  ['note', 'Notes'],
];

/**
 * Makes the report of `pmroles why`.
 *
 * @param catalog the ladder
 * @param role the role
 * @param about what was asked about; undefined for all of it
 * @param reasons what stands behind it
 */
export function whyView(catalog: Catalog, role: Role, about: string | undefined, reasons: Reasons): Report {
  const { statements, disagreements } = reasons;
  const title = `Why: ${role.title}${about === undefined ? '' : `, ${quote(about)}`} · ${count(statements.length, 'statement')}`;
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
      ...SECTIONS.flatMap(([kind, name]): Block[] => {
        const members = statements.filter((statement) => statement.kind === kind);
        if (members.length === 0) return [];
        return [heading(2, name), ...members.flatMap((statement) => statementBlocks(catalog, statement))];
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
      columns: ['role', 'kind', 'id', 'area', 'statement', 'editorial', 'origin', 'cite', 'source', 'date', 'fact'],
      rows: [
        ...statements.flatMap(({ kind, id, area = '', text, editorial, origin = '', claims }) =>
          claimRows([role.id, kind, id, area, text, editorial, origin], claims),
        ),
        ...disagreements.flatMap(({ id, positions }) =>
          positions.flatMap(({ text, cites, editorial }) =>
            claimRows([role.id, 'disagreement', id, '', text, editorial, ''], claimsOfPosition(cites)),
          ),
        ),
      ],
    }),
    data: () => ({
      role: role.id,
      about: about ?? null,
      statements: statements.map(({ kind, id, area, text, editorial, notApplicable, origin, claims }) => ({
        kind,
        id: id === '' ? null : id,
        area: area ?? null,
        text,
        editorial,
        notApplicable,
        origin: origin ?? null,
        claims: claims.map(({ cite, source, text: words }) => ({
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

function claimRows(start: readonly (string | boolean)[], claims: readonly Claim[]): (string | boolean)[][] {
  // A statement that no source backs keeps its row.
  if (claims.length === 0) return [[...start, '', '', '', '']];
  return claims.map(({ cite, source, text }) => [...start, cite, source.id, source.date ?? '', text ?? source.title]);
}

function statementBlocks(catalog: Catalog, statement: ClaimedStatement): Block[] {
  const { claims, editorial, origin } = statement;
  return [
    heading(
      3,
      ...statementLine(catalog, statement),
      ...(origin === undefined ? [] : [styled('muted', ` (as ${titleOf(catalog, origin)})`)]),
    ),
    ...list(claimItems(catalog, claims, editorial), 2),
  ];
}

function statementLine(catalog: Catalog, { kind, id, area, text, notApplicable }: ClaimedStatement): Line {
  const behind = text === '' ? '' : ` · ${text}`;
  switch (kind) {
    case 'responsibility':
      return [text, styled('muted', ` · ${catalog.areas.get(area!)!.title}`)];
    case 'skill':
      return [`${skillName(catalog, id)}${notApplicable ? ' (not applicable)' : ''}${behind}`];
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
  if (items.length > 0) return items;
  const none = catalog.ladder.sources.length === 0 ? 'The ladder names no sources.' : 'No source is named.';
  return [item('•', [styled('muted', none)])];
}

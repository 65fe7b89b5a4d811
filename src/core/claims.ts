/**
 * What stands behind each statement of a role.
 */
import type { Catalog } from './catalog.ts';
import { type ExpectedRequirement, expectationsOf, type Origin } from './expectations.ts';
import type { Cite, Disagreement, Role, Source, Statement } from './model.ts';
import { foldName } from './names.ts';
import { foldWord, plainWords } from './search/words.ts';

/** What of a role a statement is. */
export type StatementKind = 'summary' | 'includes' | 'responsibility' | 'skill' | 'next' | 'contrast' | 'note';

/** What a source says. */
export interface Claim {
  readonly cite: Cite;
  readonly source: Source;
  /** The fact's own words; absent where the cite names a source as a whole. */
  readonly text?: string;
}

/** A statement of a role and what it leans on. */
export interface ClaimedStatement {
  readonly kind: StatementKind;
  /** The responsibility, the skill, or the other role; empty where there is none. */
  readonly id: string;
  readonly area?: string;
  readonly text: string;
  readonly editorial: boolean;
  /** Of a skill: how it is needed. */
  readonly need?: ExpectedRequirement;
  /** The role that it is inherited from. */
  readonly origin: string | undefined;
  readonly claims: readonly Claim[];
}

/** What was asked about: statements, and what the sources disagree about. */
export interface Reasons {
  readonly statements: readonly ClaimedStatement[];
  readonly disagreements: readonly Disagreement[];
}

/** Finds what stands behind the statements of a role. */
export function reasonsOf(catalog: Catalog, role: Role, about: string | undefined): Reasons {
  const { ladder } = catalog;
  const statements = statementsOf(catalog, role);
  const disagreements = ladder.disagreements.filter(({ roles }) => roles.includes(role.id));
  if (about === undefined) return { statements, disagreements };
  const named = namedBy(catalog, about);
  const wanted = plainWords(about).map(foldWord);
  const has = (text: string): boolean => {
    const words = plainWords(text).map(foldWord);
    return wanted.length > 0 && wanted.every((start) => words.some((word) => word.startsWith(start)));
  };
  const isNamed = ({ kind, id, area, text }: ClaimedStatement): boolean => {
    if (named?.kind === 'role' && text.includes(named.title)) return true;
    return (
      named !== undefined && named.id === (named.kind === 'area' ? area : named.of.includes(kind) ? id : undefined)
    );
  };
  const fitting = firstOf(
    statements.filter((statement) => isNamed(statement) || has(`${nameOf(catalog, statement)} ${statement.text}`)),
    // Only where nothing of the ladder's own has the words: a long fact has many, and much may rest on it.
    () => statements.filter(({ claims }) => has(claims.map(({ text = '' }) => text).join(' '))),
  );
  const cited = new Set(fitting.flatMap(({ claims }) => claims.map(({ cite }) => cite)));
  return {
    statements: fitting,
    disagreements: disagreements.filter(({ title, positions, roles }) => {
      // One that is about every role says little of one thing.
      const isOwn = roles.length < ladder.roles.length;
      if (named?.kind === 'role') return isOwn && roles.includes(named.id);
      const leansOnTheSame = isOwn && positions.some(({ cites }) => cites.some((cite) => cited.has(cite)));
      return leansOnTheSame || has([title, ...positions.map(({ text }) => text)].join(' '));
    }),
  };
}

/** What a text names in full, and what says something of it; undefined where it is only words, or the start of a name. */
function namedBy({ ladder }: Catalog, about: string) {
  const wanted = foldName(about);
  const isMeant = (names: readonly string[]): boolean => names.some((name) => foldName(name) === wanted);
  const role = ladder.roles.find(({ id, title, aliases }) => isMeant([id, title, ...aliases]));
  if (role) return { kind: 'role', ...role, of: ['includes', 'next', 'contrast'] as StatementKind[] } as const;
  const skill = ladder.skills.find(({ id, name }) => isMeant([id, name]));
  if (skill) return { kind: 'skill', id: skill.id, of: ['skill'] as StatementKind[] } as const;
  const area = ladder.areas.find(({ id, title }) => isMeant([id, title]));
  return area && ({ kind: 'area', id: area.id } as const);
}

function firstOf<T>(entries: T[], otherwise: () => T[]): T[] {
  return entries.length > 0 ? entries : otherwise();
}

/** What the skill or the area of a statement is called. */
function nameOf({ skills, areas }: Catalog, { kind, id, area }: ClaimedStatement): string {
  if (kind === 'skill') return skills.get(id)!.name;
  return area === undefined ? '' : areas.get(area)!.title;
}

/** What the cites of a statement lead to, each once. */
export function claimsOf(catalog: Catalog, cites: readonly Cite[]): Claim[] {
  return [...new Set(cites)].flatMap((cite): Claim[] => {
    const cited = catalog.cites.get(cite);
    return cited ? [{ cite, source: cited.source, ...(cited.fact && { text: cited.fact.text }) }] : [];
  });
}

function statementsOf(catalog: Catalog, role: Role): ClaimedStatement[] {
  const { ladder } = catalog;
  const { responsibilities, requirements } = expectationsOf(catalog, role);
  const claimed = (
    kind: StatementKind,
    id: string,
    { text, cites, editorial }: Statement,
    more: { readonly area?: string; readonly origin?: Origin | undefined; readonly need?: ExpectedRequirement } = {},
  ): ClaimedStatement => ({
    ...{ kind, id, text, editorial, ...more },
    claims: claimsOf(catalog, [...cites, ...(more.origin?.cites ?? [])]),
    origin: more.origin?.role,
  });
  const areas = new Map(ladder.areas.map(({ id }, index) => [id, index]));
  const contrasts = ladder.contrasts.filter(({ roles }) => roles.includes(role.id));
  return [
    ...(role.summary.text === '' ? [] : [claimed('summary', '', role.summary)]),
    ...role.includes.map((inclusion) =>
      claimed('includes', inclusion.role, { ...inclusion, text: inclusion.of.join(', ') }),
    ),
    ...[...responsibilities]
      .sort((a, b) => areas.get(a.area)! - areas.get(b.area)!)
      .map((stated) => claimed('responsibility', stated.id, stated, { area: stated.area, origin: stated.origin })),
    ...requirements.map((need) => claimed('skill', need.skill, need, { need, origin: need.origin })),
    ...(catalog.next.get(role.id) ?? []).map(({ to, note = '', cites, basis }) =>
      claimed('next', to, { text: note, cites, editorial: basis === 'editorial' }),
    ),
    ...contrasts.map((contrast) => claimed('contrast', contrast.roles.find((id) => id !== role.id) ?? '', contrast)),
    ...role.notes.map((note) => claimed('note', '', note)),
  ];
}

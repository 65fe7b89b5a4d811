/**
 * What stands behind each statement of a role.
 */
import type { Catalog } from './catalog.ts';
import { type ExpectedRequirement, expectationsOf } from './expectations.ts';
import type { Cite, Disagreement, Role, Source } from './model.ts';
import { type Named, resolveName } from './names.ts';
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
  /** The role that it is taken over from. */
  readonly origin?: string;
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
  const fitting = statements.filter((statement) =>
    named === undefined
      ? has([statement.text, ...statement.claims.map(({ text = '' }) => text)].join(' '))
      : named.kind === 'skill'
        ? statement.kind === 'skill' && statement.id === named.id
        : statement.area === named.id,
  );
  const cited = new Set(fitting.flatMap(({ claims }) => claims.map(({ cite }) => cite)));
  return {
    statements: fitting,
    disagreements: disagreements.filter(
      ({ title, positions }) =>
        positions.some(({ cites }) => cites.some((cite) => cited.has(cite))) ||
        has([title, ...positions.map(({ text }) => text)].join(' ')),
    ),
  };
}

/** The skill or the area that a text names outright; undefined where it is only words. */
function namedBy({ ladder }: Catalog, about: string): { kind: 'skill' | 'area'; id: string } | undefined {
  const entries: Named<{ kind: 'skill' | 'area'; id: string }>[] = [
    ...ladder.skills.map(({ id, name }) => ({ id, names: [name], value: { kind: 'skill' as const, id } })),
    ...ladder.areas.map(({ id, title }) => ({ id, names: [title], value: { kind: 'area' as const, id } })),
  ];
  const resolution = resolveName(entries, about);
  return resolution.kind === 'found' ? resolution.value : undefined;
}

/** What the sources say at the places that are cited. */
export function claimsOf(catalog: Catalog, cites: readonly Cite[]): Claim[] {
  return cites.flatMap((cite): Claim[] => {
    const cited = catalog.cites.get(cite);
    if (!cited) return [];
    return [{ cite, source: cited.source, ...(cited.fact ? { text: cited.fact.text } : {}) }];
  });
}

function statementsOf(catalog: Catalog, role: Role): ClaimedStatement[] {
  const { ladder } = catalog;
  const { responsibilities, requirements } = expectationsOf(catalog, role);
  const claims = (...groups: (readonly Cite[])[]): Claim[] => claimsOf(catalog, [...new Set(groups.flat())]);
  const plain = { id: '', editorial: false };
  const areas = new Map(ladder.areas.map(({ id }, index) => [id, index]));
  return [
    ...(role.summary.text === ''
      ? []
      : [{ ...plain, ...role.summary, kind: 'summary' as const, claims: claims(role.summary.cites) }]),
    ...role.includes.map(({ role: id, of, cites, editorial }): ClaimedStatement => ({
      ...plain,
      ...{ kind: 'includes', id, text: of.join(', '), editorial, claims: claims(cites) },
    })),
    ...[...responsibilities]
      .sort((a, b) => areas.get(a.area)! - areas.get(b.area)!)
      .map(({ id, area, text, cites, editorial, origin }): ClaimedStatement => ({
        ...plain,
        ...{ kind: 'responsibility', id, area, text, editorial, claims: claims(cites, origin?.cites ?? []) },
        ...(origin ? { origin: origin.role } : {}),
      })),
    ...requirements.map((need): ClaimedStatement => {
      const { skill, text, cites, editorial, origin } = need;
      return {
        ...{ kind: 'skill', id: skill, text, editorial, need, claims: claims(cites, origin?.cites ?? []) },
        ...(origin ? { origin: origin.role } : {}),
      };
    }),
    ...(catalog.next.get(role.id) ?? []).map(({ to, note = '', cites, basis }): ClaimedStatement => ({
      ...plain,
      ...{ kind: 'next', id: to, text: note, editorial: basis === 'editorial', claims: claims(cites) },
    })),
    ...ladder.contrasts
      .filter(({ roles }) => roles.includes(role.id))
      .map(({ roles, text, cites, editorial }): ClaimedStatement => ({
        ...plain,
        ...{ kind: 'contrast', id: roles.find((id) => id !== role.id) ?? '', text, editorial, claims: claims(cites) },
      })),
    ...role.notes.map(({ text, cites, editorial }): ClaimedStatement => ({
      ...plain,
      ...{ kind: 'note', text, editorial, claims: claims(cites) },
    })),
  ];
}

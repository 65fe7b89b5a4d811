/**
 * A route for somebody: at each step what is still missing, rather than what is new.
 */
import type { Catalog } from '../core/catalog.ts';
import { levelOf } from '../core/expectations.ts';
import { isMissing, type Measured, type RoleStanding } from '../core/profile/standing.ts';
import type { Route } from '../core/routes/routes.ts';
import { type Bar, type Block, heading, type Item, list, muted, paragraph, type Report } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { count, roleLink, titleOf } from './parts.ts';
import {
  measuredItem,
  profileData,
  profileTitle,
  type ProfileViewOptions,
  type ShownProfile,
} from './profile-parts.ts';
import { routeSummary } from './route-summary.ts';
import { itemData, standingData } from './standing.ts';

/** So many are told of at each step without --full. */
const MOST_TOLD = 3;

/** A role on the way, and what it asks for that is missing and no earlier one has named. */
export interface StepAhead {
  readonly standing: RoleStanding;
  readonly missing: readonly Measured[];
}

/** What is missing at each step, each thing where it is first asked for; a higher level of a skill is asked for anew. */
export function stepsAhead(catalog: Catalog, standings: readonly RoleStanding[]): StepAhead[] {
  /** By what is asked for, the highest level that was. */
  const asked = new Map<string, number>();
  return standings.map((standing) => ({
    standing,
    missing: standing.items.filter((item) => {
      const level = 'skill' in item.expected ? levelOf(catalog, item.expected) : -1;
      const key = `${item.kind} ${item.id}`;
      if (!isMissing(item) || level <= (asked.get(key) ?? -2)) return false;
      asked.set(key, level);
      return true;
    }),
  }));
}

export function pathMeView(
  catalog: Catalog,
  shown: ShownProfile,
  route: Route,
  standings: readonly RoleStanding[],
  others: number,
  options: ProfileViewOptions,
): Report<Data<'path-me'>> {
  const [from, to] = [route.roles[0]!, route.roles.at(-1)!];
  const title = `${profileTitle(shown)} (${titleOf(catalog, from)}) → ${titleOf(catalog, to)}`;
  const steps = stepsAhead(catalog, standings);
  const more = others === 0 ? '' : ` ${count(others, 'other route')}: pmroles path ${from} ${to}${options.rerun ?? ''}`;
  return {
    title,
    blocks: [
      heading(1, title),
      paragraph(routeSummary(catalog, route)),
      ...stepBlocks(catalog, steps, options),
      ...(options.full && more === ''
        ? []
        : [paragraph(muted(`${options.full ? '' : 'Everything at each step: --full.'}${more}`.trim()))]),
    ],
    records: () => ({
      columns: ['step', 'role', 'kind', 'id', 'standing'],
      rows: steps.flatMap(({ standing, missing }, index) =>
        missing.map(({ kind, id, standing: how }) => [index + 1, standing.role.id, kind, id, how]),
      ),
    }),
    data: () => ({
      profile: profileData(shown),
      from,
      to,
      steps: steps.map(({ standing, missing }) => ({
        role: standing.role.id,
        ...standingData(standing),
        missing: missing.map((item) => itemData(item, options)),
      })),
    }),
  };
}

/** A bar for each step, as long as what is missing at it. */
function stepBlocks(catalog: Catalog, steps: readonly StepAhead[], options: ProfileViewOptions): Block[] {
  const items = ({ standing, missing }: StepAhead): Item[] => {
    const told = options.full ? missing : missing.slice(0, MOST_TOLD);
    const lines = told.map((one) => measuredItem(catalog, [{ role: standing.role.id, item: one }], options, 1));
    const last = lines.at(-1);
    if (told.length === missing.length || !last) return lines;
    const rest = muted(` · and ${missing.length - told.length} more`);
    return [...lines.slice(0, -1), { ...last, line: [...last.line, rest] }];
  };
  if (steps.length === 1) {
    return [paragraph(noteOf(steps[0]!)), ...list(items(steps[0]!))];
  }
  const most = steps.reduce((largest, { missing }) => Math.max(largest, missing.length), 1);
  const bars = steps.map((step, index): Bar => ({
    label: [`${index + 1}. `, roleLink(catalog, step.standing.role.id)],
    // Where nothing is answered, nothing is known to be missing, which is not nothing.
    value: step.standing.answered === 0 ? undefined : step.missing.length,
    most,
    note: [noteOf(step)],
    items: items(step),
  }));
  return [{ kind: 'bars', bars }];
}

function noteOf({ standing, missing }: StepAhead): string {
  if (standing.items.length === 0) return 'nothing is stated of it';
  const unknown = standing.counts['not-answered'];
  const [lacks, partly] = (['lacks', 'partly'] as const).map(
    (one) => missing.filter((item) => item.standing === one).length,
  );
  // None is only said where nothing is open.
  const still =
    missing.length === 0
      ? [unknown > 0 ? 'none known to be missing' : 'nothing missing']
      : [...(lacks! > 0 ? [`${lacks} missing`] : []), ...(partly! > 0 ? [`${partly} partly there`] : [])];
  return [...still, ...(unknown > 0 ? [`${unknown} not answered`] : [])].join(' · ');
}

/**
 * What to do next, whatever the result of a quiz is.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Now, QuizResult } from '../core/quiz/result.ts';
import { findRoutes, type Route } from '../core/routes/routes.ts';
import { stepChanges } from '../core/routes/steps.ts';
import type { Line } from '../report/report.ts';
import { count, joinWords, type RoleCommand, roleLink, titleOf } from './parts.ts';
import { sizeNote } from './path-steps.ts';

/** A next step. */
interface NextStep {
  /** A way to go, staying where one is, two roles to set side by side, one to read about, or the ladder itself. */
  readonly kind: 'path' | 'stay' | RoleCommand[0];
  /** The roles that it is about, in order: of a way all of them. */
  readonly roles: readonly string[];
  readonly line: Line;
  readonly commands: readonly RoleCommand[];
}

/** Finds the next step: the way to the role to aim for or, where there is none, what to read. */
export function whatNext(catalog: Catalog, { verdict, now, aim, ranking }: QuizResult): NextStep {
  const liked = ranking.map(({ role }) => role);
  const isOutside = now?.role === null;
  // Who has none of the roles starts where their experience would place them, and carefully.
  const start = now?.role ?? now?.range[0];
  const [goal] = aim;
  if (goal === undefined) {
    if (isOutside && start !== undefined) {
      return reading(['show', start], ['a way in may be as ', roleLink(catalog, start), '. What it asks of you:']);
    }
    // Where the answers are all alike or few, the order of the roles says nothing.
    return around(catalog, verdict === 'no-clear-fit' ? liked : near(catalog, now, liked), now);
  }
  if (aim.length > 1 && (start === undefined || !aim.includes(start))) return sideBySide(aim);
  if (start === undefined) return reading(['show', goal], ['see what it asks of you:']);
  // Between the role that one has and one that nothing leads to is where one is.
  const target = aim.find((role) => role !== start && (aim.length === 1 || routeTo(catalog, start, role))) ?? start;
  // What is read off experience is a guess within its range.
  const isThere = now!.given ? start === target : now!.range.includes(target);
  if (!isThere) return going(catalog, start, target, isOutside);
  if (isOutside || !now!.given) {
    return reading(['show', target], ['what you have done comes near it. What it asks of you:']);
  }
  const further = after(catalog, target, liked);
  const names = joinWords(further.map((id) => titleOf(catalog, id)));
  const comes = names === '' ? 'Nothing comes after it on this ladder.' : `After it may come ${names}.`;
  return {
    kind: 'stay',
    roles: [target, ...further],
    line: [`you are where you like to be. ${comes}`],
    commands: [['show', target], ...further.slice(0, 1).map((role): RoleCommand => ['path', target, role])],
  };
}

/** The roles one move up, or aside: those that may come after a role, the one liked most first. */
function after(catalog: Catalog, role: string, liked: readonly string[]): readonly string[] {
  const targets = new Set((catalog.next.get(role) ?? []).map(({ to }) => to));
  targets.delete(role);
  const { rank } = catalog.roles.get(role)!;
  return liked.filter((id) => targets.has(id) && catalog.roles.get(id)!.rank >= rank);
}

/** The role that somebody has, and those around it: what may come after it, then what comes before, the nearest first. */
function near(catalog: Catalog, now: Now | null, liked: readonly string[]): readonly string[] {
  const role = now?.role ?? undefined;
  if (role === undefined) return [];
  const before = (catalog.previous.get(role) ?? []).map(({ from }) => catalog.roles.get(from)!);
  const ids = before.sort((a, b) => b.rank - a.rank).map(({ id }) => id);
  return [role, ...after(catalog, role, liked), ...now!.range, ...ids];
}

const routeTo = (catalog: Catalog, from: string, to: string): Route | undefined =>
  findRoutes(catalog, from, to, { most: 1 }).routes[0];

/** The way from a role to another or, where there is none, what separates the two. */
function going(catalog: Catalog, start: string, goal: string, isOutside: boolean): NextStep {
  const route = routeTo(catalog, start, goal);
  if (!route) {
    if (isOutside) return reading(['show', goal], ['see what it asks of you:']);
    const isBack = catalog.roles.get(goal)!.rank < catalog.roles.get(start)!.rank;
    const why = isBack ? 'that is a step back' : 'the ladder has no way there';
    return reading(['compare', start, goal], [`${why}. What separates the two:`]);
  }
  const moves = route.moves.length;
  const first = roleLink(catalog, route.roles[1]!, 'strong');
  const far = moves === 1 ? '' : `, the first of ${moves} moves`;
  // What a move takes is said of somebody who stands where it begins.
  const change = stepChanges(catalog, route.roles)[0]!;
  const line: Line = isOutside
    ? ['a way in as ', roleLink(catalog, start), ', then ', first, `${far}.`]
    : [first, `${far}: ${sizeNote(catalog, change, (gained) => `${count(gained, 'thing')} new to you`)}.`];
  return { kind: 'path', roles: route.roles, line, commands: [['path', start, goal]] };
}

/** Two roles to read, or one; without any, the ladder. Of the role that they have nobody needs to be told what it does. */
function around(catalog: Catalog, roles: readonly string[], now: Now | null): NextStep {
  const [one, other] = new Set(roles);
  if (other !== undefined) return sideBySide([one!, other]);
  if (one !== undefined && !(now?.given === true && now.role === one))
    return reading(['show', one], ['see what ', roleLink(catalog, one), ' does:']);
  return reading(['list'], ['look through the roles, and read the one that sounds most like you:']);
}

const sideBySide = (roles: readonly string[]): NextStep =>
  reading(['compare', ...roles], ['read these two side by side, and see which pulls:']);

function reading(command: RoleCommand, line: Line): NextStep {
  const [kind, ...roles] = command;
  return { kind, roles, line, commands: [command] };
}

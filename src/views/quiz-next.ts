/**
 * What to do next, whatever the result of a quiz is.
 */
import type { Catalog } from '../core/catalog.ts';
import type { QuizResult } from '../core/quiz/result.ts';
import { findRoutes } from '../core/routes/routes.ts';
import { stepChanges } from '../core/routes/steps.ts';
import type { Line } from '../report/report.ts';
import { count, joinWords, roleLink, titleOf } from './parts.ts';
import { sizeNote } from './path-steps.ts';

/** A next step. */
interface NextStep {
  /** A way to go, staying where one is, two roles to set side by side, one to read about, or the ladder itself. */
  readonly kind: 'path' | 'stay' | 'compare' | 'show' | 'list';
  /** The roles that it is about, in order: of a way all of them. */
  readonly roles: readonly string[];
  readonly line: Line;
  readonly commands: readonly NextCommand[];
}

interface NextCommand {
  readonly words: readonly string[];
  /** The same place of the page, and what it is called there. */
  readonly to: string;
  readonly label: string;
}

/** Finds the next step: the way to the role to aim for or, where there is none, what to read. */
export function whatNext(catalog: Catalog, { verdict, now, aim, ranking }: QuizResult): NextStep {
  const [goal] = aim;
  const liked = ranking.map(({ role }) => role);
  // Who has none of the roles starts where their experience would place them, and carefully.
  const start = now?.role ?? now?.range[0];
  if (goal === undefined) {
    // Where the answers are all alike or few, the order of the roles says nothing.
    if (now?.role === null && start !== undefined) {
      return step(
        catalog,
        'show',
        [start],
        ['a way in may be as ', roleLink(catalog, start), '. What it asks of you:'],
      );
    }
    const near = now?.role ? [now.role, ...after(catalog, now.role, liked), ...now.range] : [];
    return reading(catalog, verdict === 'no-clear-fit' ? liked : near);
  }
  if (verdict === 'between' && (start === undefined || !aim.includes(start))) {
    return step(catalog, 'compare', aim, ['read the two side by side, and see which pulls:']);
  }
  if (start === undefined) return step(catalog, 'show', [goal], ['see what it asks of you:']);
  // Between the role that one has and one that nothing leads to is where one is.
  const target =
    aim.find((role) => role !== start && (!aim.includes(start) || hasRoute(catalog, start, role))) ?? start;
  // What is read off experience is a guess within its range.
  const isThere = now!.given ? start === target : now!.range.includes(target);
  if (!isThere) return going(catalog, start, target, now!.role === null);
  if (now!.role === null || !now!.given) {
    return step(catalog, 'show', [target], ['what you have done comes near it. What it asks of you:']);
  }
  const further = after(catalog, target, liked);
  const names = joinWords(further.map((id) => titleOf(catalog, id)));
  const comes = names === '' ? 'Nothing comes after it on this ladder.' : `After it may come ${names}.`;
  const ahead = further.length > 0 ? [commandFor(catalog, 'path', [target, further[0]!])] : [];
  const staying = step(catalog, 'show', [target], [`you are where you like to be. ${comes}`]);
  return { ...staying, kind: 'stay', roles: [target, ...further], commands: [...staying.commands, ...ahead] };
}

/** The roles one move up, or aside: those that may come after a role, the one liked most first. */
function after(catalog: Catalog, role: string, liked: readonly string[]): readonly string[] {
  const targets = new Set((catalog.next.get(role) ?? []).map(({ to }) => to));
  targets.delete(role);
  const { rank } = catalog.roles.get(role)!;
  return liked.filter((id) => targets.has(id) && catalog.roles.get(id)!.rank >= rank);
}

const hasRoute = (catalog: Catalog, from: string, to: string): boolean =>
  findRoutes(catalog, from, to, { most: 1 }).routes.length > 0;

/** The way from a role to another or, where there is none, what separates the two. */
function going(catalog: Catalog, start: string, goal: string, isOutside: boolean): NextStep {
  const [route] = findRoutes(catalog, start, goal, { most: 1 }).routes;
  if (!route) {
    if (isOutside) return step(catalog, 'show', [goal], ['see what it asks of you:']);
    const isBack = catalog.roles.get(goal)!.rank < catalog.roles.get(start)!.rank;
    const why = isBack ? 'that is a step back' : 'the ladder has no way there';
    return step(catalog, 'compare', [start, goal], [`${why}. What separates the two:`]);
  }
  const moves = route.moves.length;
  // What a move takes is said of somebody who stands where it begins.
  const size = sizeNote(catalog, stepChanges(catalog, route.roles)[0]!).replace(
    /^(\d+) new/,
    (_, number: string) => `${count(Number(number), 'thing')} new to you`,
  );
  const asks = isOutside ? '' : `: ${size}`;
  const line: Line = [
    ...(isOutside ? ['a way in as ', roleLink(catalog, start), ', then '] : []),
    roleLink(catalog, route.roles[1]!, 'strong'),
    `${moves === 1 ? '' : `, the first of ${moves} moves`}${asks}.`,
  ];
  return { kind: 'path', roles: route.roles, line, commands: [commandFor(catalog, 'path', [start, goal])] };
}

/** Two roles to read, or one; without any, the ladder. */
function reading(catalog: Catalog, roles: readonly string[]): NextStep {
  const two = [...new Set(roles)].slice(0, 2);
  if (two.length === 2) return step(catalog, 'compare', two, ['read two roles side by side, and see which pulls:']);
  if (two.length === 1) return step(catalog, 'show', two, ['see what ', roleLink(catalog, two[0]!), ' does:']);
  const commands = [{ words: ['list'], to: '#', label: catalog.ladder.title }];
  return {
    kind: 'list',
    roles: [],
    line: ['look through the roles, and read the one that sounds most like you:'],
    commands,
  };
}

function step(catalog: Catalog, kind: 'compare' | 'show', roles: readonly string[], line: Line): NextStep {
  return { kind, roles, line, commands: [commandFor(catalog, kind, roles)] };
}

function commandFor(catalog: Catalog, name: 'compare' | 'show' | 'path', roles: readonly string[]): NextCommand {
  const to = `#${name === 'show' ? 'role' : name}=${roles.join(',')}`;
  const label = roles.map((id) => titleOf(catalog, id)).join(name === 'path' ? ' → ' : ' and ');
  return { words: [name, ...roles], to, label };
}

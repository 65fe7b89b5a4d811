/**
 * What to do next, whatever the result of a quiz is.
 */
import type { Catalog } from '../core/catalog.ts';
import type { QuizResult } from '../core/quiz/result.ts';
import { findRoutes } from '../core/routes/routes.ts';
import { stepChanges } from '../core/routes/steps.ts';
import type { Line } from '../report/report.ts';
import { joinWords, roleLink, titleOf } from './parts.ts';
import { sizeNote } from './path-steps.ts';

/** A next step. */
export interface NextStep {
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
export function nextStep(catalog: Catalog, { verdict, now, aim, ranking }: QuizResult): NextStep {
  const [goal, second] = aim;
  const liked = ranking.map(({ role }) => role);
  // Who has none of the roles starts where their experience would place them, and carefully.
  const start = now?.role ?? now?.range?.[0];
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
    const known = now?.role ? [now.role, ...after(catalog, now.role, liked), ...(now.range ?? [])] : [];
    return reading(catalog, known.length > 0 || verdict !== 'no-clear-fit' ? known : liked);
  }
  if (verdict === 'between' && (start === undefined || !aim.includes(start))) {
    return step(catalog, 'compare', aim, ['read the two side by side, and see which pulls:']);
  }
  const target = verdict === 'between' && start === goal ? second! : goal;
  if (start === undefined) return step(catalog, 'show', [goal], ['see what it asks of you:']);
  if (start !== target) return going(catalog, start, target, now!.role === null);
  if (now!.role === null)
    return step(catalog, 'show', [goal], ['what you have done comes near it. What it asks of you:']);
  const further = after(catalog, goal, liked);
  const names = joinWords(further.map((id) => titleOf(catalog, id)));
  const comes = names === '' ? 'Nothing comes after it on this ladder.' : `After it may come ${names}.`;
  const ahead = further.length > 0 ? [commandFor(catalog, 'path', [goal, further[0]!])] : [];
  const staying = step(catalog, 'show', [goal], [`you are where you like to be. ${comes}`]);
  return { ...staying, kind: 'stay', roles: [goal, ...further], commands: [...staying.commands, ...ahead] };
}

/** The roles one move up, or aside: those that may come after a role, the one liked most first. */
function after(catalog: Catalog, role: string, liked: readonly string[]): readonly string[] {
  const targets = new Set((catalog.next.get(role) ?? []).map(({ to }) => to));
  targets.delete(role);
  const { rank } = catalog.roles.get(role)!;
  return liked.filter((id) => targets.has(id) && catalog.roles.get(id)!.rank >= rank);
}

/** The way from a role to another or, where there is none, what separates the two. */
function going(catalog: Catalog, start: string, goal: string, isOutside: boolean): NextStep {
  const [route] = findRoutes(catalog, start, goal, { most: 1 }).routes;
  if (!route) {
    return step(catalog, 'compare', [start, goal], ['the ladder has no way there. What separates the two:']);
  }
  const moves = route.moves.length;
  // What a move takes is said of somebody who stands where it begins.
  const size = isOutside ? '' : `: ${sizeNote(catalog, stepChanges(catalog, route.roles)[0]!)}`;
  const line: Line = [
    ...(isOutside ? ['a way in as ', roleLink(catalog, start), ', then '] : []),
    roleLink(catalog, route.roles[1]!, 'strong'),
    `${moves === 1 ? '' : `, the first of ${moves} moves`}${size}.`,
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

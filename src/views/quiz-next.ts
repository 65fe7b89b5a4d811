/**
 * What to do next, whatever the result of a quiz is.
 */
import type { Catalog } from '../core/catalog.ts';
import type { QuizResult } from '../core/quiz/result.ts';
import { findRoutes } from '../core/routes/routes.ts';
import { type StepChange, stepChanges } from '../core/routes/steps.ts';
import type { Line } from '../report/report.ts';
import { count, joinWords, roleLink, titleOf } from './parts.ts';

/** A next step. */
export interface NextStep {
  /** A way to go, staying where one is, two roles to set side by side, one to read about, or the ladder itself. */
  readonly kind: 'route' | 'stay' | 'compare' | 'show' | 'list';
  /** The roles that it is about, in order: of a route all of them. */
  readonly roles: readonly string[];
  readonly line: Line;
  readonly commands: readonly { readonly words: readonly string[]; readonly to: string; readonly label: string }[];
}

/** Finds the next step: the way to the role to aim for or, where there is none, what to read. */
export function nextStep(catalog: Catalog, { verdict, now, aim, ranking }: QuizResult): NextStep {
  const [goal, second] = aim;
  const liked = ranking.map(({ role }) => role);
  // Who has none of the roles starts where their experience would place them, and carefully.
  const start = now?.role ?? now?.range?.[0];
  if (goal === undefined) {
    // Where the answers are all alike, the order of the roles says nothing.
    const near = verdict === 'all-alike' ? [] : liked;
    return reading(catalog, now?.role ? [now.role, ...after(catalog, now.role, liked), ...(now.range ?? [])] : near);
  }
  if (verdict === 'between') {
    if (start === undefined || (start !== goal && start !== second)) {
      return compared(catalog, goal, second!, 'read the two side by side, and see which pulls:');
    }
    return leading(catalog, start, start === goal ? second! : goal, now!.role === null);
  }
  if (start === undefined) return shown(catalog, goal, ['see what ', roleLink(catalog, goal), ' asks of you:']);
  if (now?.role === goal) return staying(catalog, goal, after(catalog, goal, liked));
  return leading(catalog, start, goal, now!.role === null);
}

/** The way from a role to another or, where there is none, what separates the two. */
function leading(catalog: Catalog, start: string, goal: string, isOutside: boolean): NextStep {
  if (start === goal) return shown(catalog, goal, ['what you have done comes near it. What it asks of you:']);
  const [route] = findRoutes(catalog, start, goal, { most: 1 }).routes;
  if (route) return going(catalog, route.roles, isOutside);
  return compared(catalog, start, goal, 'the ladder has no way there. What separates the two:');
}

/** The roles one move up, or aside: those that may come after a role, the one liked most first. */
function after(catalog: Catalog, role: string, liked: readonly string[]): readonly string[] {
  const targets = new Set((catalog.next.get(role) ?? []).map(({ to }) => to));
  targets.delete(role);
  const { rank } = catalog.roles.get(role)!;
  return liked.filter((id) => targets.has(id) && catalog.roles.get(id)!.rank >= rank);
}

function going(catalog: Catalog, roles: readonly string[], isOutside: boolean): NextStep {
  const [from, first] = [roles[0]!, roles[1]!];
  const moves = roles.length - 1;
  const wayIn: Line = isOutside ? ['a way in as ', roleLink(catalog, from), ', then '] : [];
  const way = moves === 1 ? '' : `, the first of ${moves} moves`;
  // What a move takes is said of somebody who stands where it begins.
  const gain = isOutside ? '' : `: ${gains(stepChanges(catalog, roles)[0]!)}`;
  return {
    kind: 'route',
    roles,
    line: [...wayIn, roleLink(catalog, first, 'strong'), `${way}${gain}.`],
    commands: [pathCommand(catalog, from, roles.at(-1)!)],
  };
}

/** What a move takes, in a few words. */
function gains({ responsibilities, skills, size }: StepChange): string {
  if (size === undefined) return 'the ladder does not say what it takes';
  const parts = [
    ...some(responsibilities.gained.length, 'new responsibility', 'new responsibilities'),
    ...some(responsibilities.grown.length, 'that grows out of what you do', 'that grow out of what you do'),
    ...some(skills.gained.length, 'new skill'),
    ...some(skills.raised.length, 'skill at a higher level', 'skills at a higher level'),
  ];
  return parts.length === 0 ? 'nothing new is stated' : parts.join(', ');
}

const some = (number: number, one: string, many = `${one}s`): string[] =>
  number > 0 ? [count(number, one, many)] : [];

function staying(catalog: Catalog, role: string, further: readonly string[]): NextStep {
  const [one] = further;
  const names = joinWords(further.map((id) => titleOf(catalog, id)));
  const line = `you have the role you would enjoy most. ${names === '' ? 'Nothing comes after it here; what' : `After it may come ${names}. What`} it asks of you:`;
  const show = shown(catalog, role, [line]);
  return {
    ...show,
    kind: 'stay',
    roles: [role, ...further],
    commands: [...show.commands, ...(one === undefined ? [] : [pathCommand(catalog, role, one)])],
  };
}

/** Two roles to read, or one; without any, the ladder. */
function reading(catalog: Catalog, roles: readonly string[]): NextStep {
  const [one, other] = new Set(roles);
  if (one !== undefined && other !== undefined) {
    return compared(catalog, one, other, 'read two roles side by side, and mark what you would rather do:');
  }
  if (one !== undefined) return shown(catalog, one, ['see what ', roleLink(catalog, one), ' does:']);
  const commands = [{ words: ['list'], to: '#', label: catalog.ladder.title }];
  return {
    kind: 'list',
    roles: [],
    line: ['look through the roles, and read the one that sounds most like you:'],
    commands,
  };
}

function compared(catalog: Catalog, one: string, other: string, line: string): NextStep {
  const label = `${titleOf(catalog, one)} and ${titleOf(catalog, other)}`;
  const commands = [{ words: ['compare', one, other], to: `#compare=${one},${other}`, label }];
  return { kind: 'compare', roles: [one, other], line: [line], commands };
}

function shown(catalog: Catalog, role: string, line: Line): NextStep {
  const commands = [{ words: ['show', role], to: `#role=${role}`, label: titleOf(catalog, role) }];
  return { kind: 'show', roles: [role], line, commands };
}

function pathCommand(catalog: Catalog, from: string, to: string): NextStep['commands'][number] {
  return {
    words: ['path', from, to],
    to: `#path=${from},${to}`,
    label: `${titleOf(catalog, from)} → ${titleOf(catalog, to)}`,
  };
}

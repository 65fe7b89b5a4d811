/**
 * The part of the page that reads a profile and shows how the person stands; packed into the page, and run for the first profile.
 */
import { type Catalog, roleOf } from '../core/catalog.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { fitsOf } from '../core/profile/fit.ts';
import { goalsTo } from '../core/profile/gaps.ts';
import type { Answer, Profile } from '../core/profile/profile.ts';
import { type Measured, type RoleStanding, standingFor } from '../core/profile/standing.ts';
import { readProfile } from '../profile/read.ts';
import { element, type Tree } from '../report/tree.ts';
import { fitView } from '../views/fit.ts';
import { levelTitle, titleOf } from '../views/parts.ts';
import { type StepAhead, stepsAhead } from '../views/path-me.ts';
import { planView, ROOM } from '../views/plan.ts';
import { answerWord, coverWords, MARKS, nameOfItem, type ShownProfile } from '../views/profile-parts.ts';
import { type Address, writeAddress } from './address.ts';
import { roleForm } from './fields.ts';
import { problemTrees, resolveRoles } from './names.ts';
import { type Book, link, type Mine, type Page, reportTrees } from './page.ts';
import { list } from './pieces.ts';
import type { Opened, OpenProfile } from './profile.ts';

/** Of more problems the first ones are the most telling. */
const MOST_PROBLEMS = 5;

/** What is only of use to somebody who types commands. */
const TYPED = new Set(['other-ladder', 'other-version']);

const open: OpenProfile = (catalog, text, file): Opened => {
  const { profile, diagnostics } = readProfile(text, file, catalog);
  const said = diagnostics.map(sentence);
  if (!profile) {
    const more = said.length - MOST_PROBLEMS;
    return { problems: [...said.slice(0, MOST_PROBLEMS), ...(more > 0 ? [`And ${more} more.`] : [])] };
  }
  return { mine: mineOf(catalog, profile, file, said) };
};

Object.assign(globalThis, { openPmrolesProfile: open });

function sentence({ code, message, hint, position, file }: Diagnostic): string {
  const place = position ? `${file}, line ${position.line}: ` : `${file}: `;
  const help = hint === undefined || TYPED.has(code) ? '' : ` ${hint.charAt(0).toUpperCase()}${hint.slice(1)}`;
  return `${place}${message}.${help}`;
}

function mineOf(catalog: Catalog, profile: Profile, file: string, remarks: readonly string[]): Mine {
  const known = new Map<string, RoleStanding & { readonly byId: ReadonlyMap<string, Measured> }>();
  const standing = (id: string) => {
    let found = known.get(id);
    if (!found) {
      const measured = standingFor(catalog, profile, roleOf(catalog, id));
      found = { ...measured, byId: new Map(measured.items.map((item) => [`${item.kind} ${item.id}`, item])) };
      known.set(id, found);
    }
    return found;
  };
  let way: { readonly route: readonly string[]; readonly steps: readonly StepAhead[] } | undefined;
  const { by = 'self' } = profile;
  const shown: ShownProfile = { profile, file, name: by === 'self' ? 'me' : file };
  const doubts = remarks.map((text) => element('p', { class: 'soft small' }, text));
  return {
    file,
    mark(roles, kind, id) {
      const found = roles.flatMap((role) => {
        const item = standing(role).byId.get(`${kind} ${id}`);
        return item ? [{ role, item }] : [];
      });
      const [first] = found;
      if (!first) return [];
      const isOne = found.every(({ item }) => item.standing === first.item.standing);
      if (isOne) return [' ', markOf(catalog, first.item)];
      // What the person has is the same whoever asks, and is said once.
      return found.flatMap(({ role, item }) => {
        const said = item === first.item ? item : { ...item, answer: undefined };
        return [' ', markOf(catalog, said, ` as ${titleOf(catalog, role)}`)];
      });
    },
    cover: ({ id, title }) => element('p', { class: 'cover' }, `${title}: ${coverWords(standing(id))}.`),
    missing(route, index) {
      if (way?.route !== route) way = { route, steps: stepsAhead(catalog, route.slice(1).map(standing)) };
      const ahead = way.steps[index]!;
      return [
        element('p', { class: 'over' }, 'Still missing'),
        ...(ahead.missing.length === 0
          ? []
          : [
              list(
                '',
                ahead.missing.map((item) => [nameOf(catalog, item), ' ', markOf(catalog, item)]),
              ),
            ]),
        element('p', { class: 'soft small' }, `${titleOf(catalog, route[index + 1]!)}: ${coverWords(ahead.standing)}.`),
      ];
    },
    fit(book) {
      const options = { cites: false, full: true, evidence: false };
      const [title, ...rest] = reportTrees(book, fitView(catalog, shown, fitsOf(catalog, profile), options));
      return { title: 'Roles by cover', body: [element('div', { class: 'report' }, title!, ...doubts, ...rest)] };
    },
    plan: (book, address) => planPage(book, shown, address, doubts),
  };
}

/** A standing as a sign and a word, with the person's own level where there is one. */
function markOf(
  catalog: Catalog,
  { standing, answer }: Pick<Measured, 'standing'> & { readonly answer?: Answer | undefined },
  behind = '',
): Tree {
  const [mark, word] = MARKS[standing];
  // Behind a statement an equals sign would ask what is equal.
  const sign = standing === 'has' ? '✓' : mark;
  const more = answer?.notApplicable ?? (answer?.level === undefined ? '' : answerWord(catalog, answer));
  return element(
    'span',
    { class: `stand stand--${standing}` },
    element('span', { 'aria-hidden': 'true' }, sign),
    ` ${word.replace(':', '')}${more === '' ? '' : ` (${more})`}${behind}`,
  );
}

/** What a role asks for, with the level where it names one. */
function nameOf(catalog: Catalog, item: Measured): string {
  const level = 'skill' in item.expected ? levelTitle(catalog, item.expected.level) : '';
  return nameOfItem(catalog, item) + (level === '' ? '' : `, ${level}`);
}

/** The plan to get to the role that the address names, or to the person's aim, which is not put into the address. */
function planPage(book: Book, shown: ShownProfile, { values }: Address, doubts: readonly Tree[]): Page {
  const { catalog } = book;
  const { profile } = shown;
  const named = resolveRoles(catalog.ladder, values.slice(0, 1), (_, id) => writeAddress('plan', [id]));
  const to = named.ids[0] ?? (named.problems.length > 0 ? undefined : profile.aim);
  const form = roleForm(catalog, 'plan', 'Role to plan for', [{ name: 'role', label: 'Plan for', chosen: to }]);
  const trees = to === undefined ? [element('h1', {}, 'Growth plan')] : planTrees(book, shown, to);
  const [title, ...rest] = trees;
  const ask = to === undefined && named.problems.length === 0;
  return {
    title: 'Growth plan',
    body: [
      element(
        'div',
        { class: 'report plan' },
        title!,
        ...doubts,
        ...problemTrees(named.problems),
        form,
        ...(ask ? [element('p', {}, 'Choose the role that you want to get to. '), link('#fit', 'Roles by cover')] : []),
        ...rest,
      ),
    ],
  };
}

function planTrees(book: Book, shown: ShownProfile, to: string): Tree[] {
  const { catalog } = book;
  const { profile } = shown;
  const role = roleOf(catalog, to);
  const now = new Date();
  const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const plan = { ...goalsTo(catalog, profile, role), by: undefined, today, isFile: true };
  return reportTrees(book, planView(catalog, shown, role, plan, { cites: false })).map(withRoom);
}

/** Paper has more room to write than a terminal. */
function withRoom(tree: Tree): Tree {
  if (tree === ROOM) return element('span', { class: 'room' }, element('span', { class: 'vh' }, 'to fill in'));
  return typeof tree === 'string' ? tree : { ...tree, children: tree.children.map(withRoom) };
}

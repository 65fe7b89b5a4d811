/**
 * Roles side by side.
 */
import { compareRoles, type Comparison, type Only, ONLY } from '../core/compare.ts';
import { heldRoles } from '../core/catalog.ts';
import { groupBy } from '../core/group-by.ts';
import { MOST_PICTURED, pictureComparison } from '../pictures/comparison.ts';
import { element, fold, type Tree } from '../report/tree.ts';
import { compareNotes } from '../views/compare-sentence.ts';
import { compareView } from '../views/compare.ts';
import { count, joinWords, notStated, skillName, titleOf } from '../views/parts.ts';
import { type Address, mendAddress, writeAddress } from './address.ts';
import { areasTable, stripTable } from './compare-areas.ts';
import { skillsTable } from './compare-scale.ts';
import { type Compared, HUES, nearest, roleMark } from './compare-words.ts';
import { roleForm, textOf, textsOf } from './fields.ts';
import { problemTrees, resolveOption, resolveRoles, unknownOptions } from './names.ts';
import { type Book, copied, link, type Page, part, reportTrees, roleLink, SOURCES_SWITCH } from './page.ts';
import { disagreements, statement, voice } from './pieces.ts';

const ONLY_NAMES: Readonly<Record<Only, string>> = {
  changed: 'Only what differs',
  common: 'Only what all have',
  unique: 'Only what one has',
};

/** What was chosen in the form. */
export function compareAddress(data: FormData): string {
  const only = textOf(data, 'only');
  return writeAddress('compare', textsOf(data, 'role'), only === '' ? {} : { only: [only] });
}

/** A comparison of the roles that the address names, each once, and the form to choose others; a name left empty is a field to fill. */
export function comparePage(book: Book, address: Address): Page {
  const { catalog } = book;
  const resolved = resolveRoles(catalog.ladder, address.values, (name, id) =>
    mendAddress(address, undefined, name, id),
  );
  const ids = [...new Set(resolved.ids)];
  const choices = ONLY.map((id) => ({ id, text: ONLY_NAMES[id] }));
  const filter = resolveOption(address, 'only', 'filter', choices);
  const only = ONLY.find((entry) => entry === filter.ids[0]);
  const problems = [...resolved.problems, ...filter.problems, ...unknownOptions(address, ['only'])];
  const adds = address.values.at(-1)?.trim() === '';
  const isComplete = ids.length >= 2 && problems.length === 0;
  const title = isComplete ? joinWords(ids.map((id) => titleOf(catalog, id))) : 'Compare roles';
  return {
    title: isComplete ? title : 'Compare',
    ...(problems.length === 0 ? { address: addressOf([...ids, ...(adds ? [''] : [])], only) } : {}),
    body: [
      element('h1', {}, title),
      ...problemTrees(problems),
      picker(book, resolved.fields, adds, only, isComplete),
      ...(ids.length === 1 && problems.length === 0 ? [element('p', {}, 'Choose one more role, or several.')] : []),
      ...(isComplete ? comparisonTrees(book, ids, only) : []),
    ],
  };
}

function addressOf(ids: readonly string[], only: Only | undefined): string {
  return writeAddress('compare', ids, only === undefined ? {} : { only: [only] });
}

function picker(
  { catalog }: Book,
  chosen: readonly { readonly typed: string; readonly chosen: string | undefined }[],
  adds: boolean,
  only: Only | undefined,
  isComplete: boolean,
): Tree {
  const named = chosen.filter(
    (field, index) =>
      field.chosen === undefined || index === chosen.findIndex((other) => other.chosen === field.chosen),
  );
  const ids = named.flatMap((field) => field.chosen ?? []);
  const length = Math.max(2, named.length + (adds ? 1 : 0));
  const fields = Array.from({ length }, (_, index) => ({
    name: 'role',
    label: length > 2 ? `Role ${index + 1}` : index === 0 ? 'From' : 'To',
    ...(index < HUES.length ? { hue: HUES[index]! } : {}),
    taken: ids,
    ...named[index],
  }));
  const button = (text: string, to: string): Tree =>
    element('button', { type: 'button', class: 'btn', 'data-to': to }, text);
  const show = element(
    'select',
    { id: 'compare-only', name: 'only' },
    element('option', { value: '', selected: only === undefined }, 'Everything'),
    ...ONLY.map((key) => element('option', { value: key, selected: key === only }, ONLY_NAMES[key])),
  );
  const canAdd = fields.length === ids.length && ids.length < heldRoles(catalog.ladder).length;
  const command = ['pmroles compare', ...ids, ...(only === undefined ? [] : ['--only', only])].join(' ');
  return roleForm(
    catalog,
    'compare',
    'Roles to compare',
    fields,
    ...(ids.length === 2 && isComplete ? [button('Swap', addressOf(ids.toReversed(), only))] : []),
    ...(canAdd ? [button('Add a role', addressOf([...ids, ''], only))] : []),
    ...(isComplete ? [element('label', { class: 'vh', for: 'compare-only' }, 'Show'), show, copied(command)] : []),
  );
}

function comparisonTrees(book: Book, ids: readonly string[], only: Only | undefined): Tree[] {
  const { catalog } = book;
  const comparison = compareRoles(catalog, ids, only);
  const { mine } = book;
  const covers = mine ? ids.map((id) => mine.cover(catalog.roles.get(id)!)) : [];
  // More roles than a picture has room for are a table of the plain kind.
  if (ids.length > MOST_PICTURED) {
    const [, ...report] = reportTrees(book, compareView(catalog, comparison, only, { cites: book.cites, full: true }));
    return [...covers, element('div', { class: 'report' }, ...report)];
  }
  const pictured: Compared = { ...pictureComparison(catalog, comparison), catalog, cited: book.cited, mine: book.mine };
  const [sentence, ...notes] = compareNotes(catalog, comparison, only).above;
  const areAlone = pictured.areas.some((area) => area.only.some((own) => own.length > 0));
  const isStrip = pictured.levels.length === 0 && areAlone;
  const all = pictured.areas.flatMap(({ id, shared }) => (id === '' ? shared.flatMap(({ items }) => items) : []));
  const needed = all.filter(({ held }) => held.length === ids.length).map(({ id }) => skillName(catalog, id));
  const unfiltered = only === undefined ? [] : [' ', link(addressOf(ids, undefined), 'Show everything')];
  const most = only === undefined && ids.length > 2 ? nearest(catalog, comparison) : [];
  const lead = [
    paragraph('lead sum', sentence!),
    ...covers,
    ...most.map((text) => paragraph('soft', text)),
    ...comparison.contrasts.map((contrast) => voice(catalog, book.cited, contrast)),
    ...(notes.length === 0 ? [] : [paragraph('small soft part-s', notes.join(' '), ...unfiltered)]),
    ...(needed.length === 0
      ? []
      : [paragraph('soft', `${ids.length === 2 ? 'Both' : 'All'} need: ${needed.join(', ')}.`)]),
  ];
  const square = `One square is one responsibility, or one skill, that only this role has. ${notStated(catalog)}`;
  const strip = [stripTable(pictured), paragraph('small soft part-s', square)];
  const [from, to] = ids as [string, string];
  const way = `How to get from ${titleOf(catalog, from)} to ${titleOf(catalog, to)}`;
  return [
    ...(isStrip
      ? [
          element(
            'div',
            { class: 'hero' },
            element('div', { class: 'stack' }, ...lead),
            ...part('where', ['Where they part'], ...strip),
          ),
        ]
      : lead),
    ...skills(book, comparison, pictured),
    ...responsibilities(book, pictured),
    ...disagreements(book, comparison.disagreements),
    ...(ids.length === 2
      ? [element('p', { class: 'part only-screen' }, link(writeAddress('path', [from, to]), way))]
      : []),
  ];
}

function paragraph(style: string, text: string, ...more: readonly Tree[]): Tree {
  return element('p', { class: style }, text, ...more);
}

function skills(book: Book, comparison: Comparison, pictured: Compared): Tree[] {
  const { roles, rows } = pictured;
  const same = rows.filter(({ kind }) => kind === 'same');
  const others = rows.filter(({ kind }) => kind !== 'same');
  const table = others.length === 0 ? [] : [skillsTable(pictured, others, 'Skills that differ, largest change first')];
  const names = same.map(({ name }) => name).join(', ');
  const speaking = roles.filter(({ silent }) => !silent).length;
  const stays =
    speaking < roles.length
      ? `the same in the ${speaking} of which skills are stated`
      : roles.length > 2
        ? 'the same in all'
        : same.length === 1
          ? 'stays the same'
          : 'stay the same';
  const stay = `${count(same.length, 'skill')} ${stays}: ${names}`;
  const folded = (): Tree[] => [skillsTable(pictured, same, 'Skills at the same level in all')];
  const stayed = same.length === 0 ? [] : [fold('fold', element('summary', {}, stay), folded)];
  const legend = roles.map(({ id }, index) => element('span', {}, roleMark(index), ' ', roleLink(book.catalog, id)));
  const words = element(
    'label',
    { class: 'switch small only-phone only-screen' },
    element('input', { id: 'show-words', type: 'checkbox', role: 'switch' }),
    ' Say what it takes',
  );
  const head = element(
    'div',
    { class: 'row spread' },
    element('h2', { id: 'skills' }, 'Skills'),
    ...(rows.length === 0 ? [] : [element('p', { class: 'row small soft' }, ...legend), words]),
  );
  // What all share comes first, but from one role to another what changes.
  const tables = roles.length === 2 ? [...table, ...stayed] : [...stayed, ...table];
  const content = [...tables, ...ruledOut(book, comparison)];
  return content.length === 0 ? [] : [element('section', { 'aria-labelledby': 'skills' }, head, ...content)];
}

/** What is stated not to apply, role by role: it is something else than not stated. */
function ruledOut(book: Book, { roles, notApplicable }: Comparison): Tree[] {
  const all = notApplicable.flatMap(({ skill, held }) =>
    held.map(({ role, statement: said }) => ({ skill, role, said })),
  );
  const byRole = groupBy(all, ({ role }) => role);
  return roles.flatMap((id) =>
    (byRole.get(id) ?? []).map(({ skill, said }) =>
      element(
        'div',
        { class: 'small soft part-s', 'data-ruled-out': JSON.stringify([skill, id]) },
        `Not applicable as ${titleOf(book.catalog, id)}: ${skillName(book.catalog, skill)}. `,
        ...statement(book.cited, said),
      ),
    ),
  );
}

function responsibilities({ cites }: Book, pictured: Compared): Tree[] {
  if (pictured.areas.length === 0) return [];
  const heading = element('h2', { id: 'words' }, pictured.levels.length > 0 ? 'Responsibilities' : 'In words');
  const head = element('div', { class: 'row spread' }, heading, ...(cites ? [SOURCES_SWITCH] : []));
  return [element('section', { 'aria-labelledby': 'words' }, head, areasTable(pictured))];
}

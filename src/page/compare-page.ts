/**
 * Roles side by side.
 */
import type { Catalog } from '../core/catalog.ts';
import { compareRoles, type Comparison, type Only, ONLY } from '../core/compare.ts';
import { PmrolesError } from '../core/errors.ts';
import { radarOf } from '../pictures/radar.ts';
import { drawRadar } from '../pictures/radar-svg.ts';
import { element } from '../report/tree.ts';
import { compareView, FILTERS } from '../views/compare.ts';
import { type Address, mendAddress, writeAddress } from './address.ts';
import { form, labelled, menu, roleFields, roleOffers, submit } from './fields.ts';
import { problemTrees, resolveOption, resolveRoles, unknownOptions } from './names.ts';
import { type Book, DRAWING_SLOT, type Page, reportTrees } from './page.ts';

const ONLY_NAMES: Readonly<Record<Only, string>> = {
  changed: 'What is not common to all',
  common: 'What all have in common',
  unique: 'What one role alone has',
};

/** What was chosen in the form. */
export function compareAddress(data: FormData): string {
  const only = textOf(data, 'only');
  return writeAddress('compare', textsOf(data, 'role'), only === '' ? {} : { only: [only] });
}

/** A comparison of the roles that the address names, each once, and the form to choose others. */
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
  const addressOf = (names: readonly string[]): string =>
    writeAddress('compare', names, only === undefined ? {} : { only: [only] });
  const isComplete = ids.length >= 2 && problems.length === 0;
  const comparison = isComplete ? compareRoles(catalog, ids, only) : undefined;
  const report = comparison ? compareView(catalog, comparison, only, { cites: book.cites, full: true }) : undefined;
  const drawing = comparison ? radarFor(catalog, comparison, only) : undefined;
  const [heading, ...rest] = report ? reportTrees(book, report) : [element('h1', {}, 'Compare roles')];
  const named = resolved.fields.filter(
    ({ chosen }, index) =>
      chosen === undefined || index === resolved.fields.findIndex((field) => field.chosen === chosen),
  );
  // One field more than is filled, so that another role can be added, and two at the least.
  const fields = Array.from({ length: Math.max(2, named.length + 1) }, (_, index) => ({
    label: index === 0 ? 'Role' : index < named.length || index === 1 ? 'and' : 'and another',
    ...named[index],
  }));
  return {
    title: report?.title ?? 'Compare',
    ...(problems.length === 0 ? { address: addressOf(ids) } : {}),
    ...(drawing === undefined ? {} : { drawing }),
    body: [
      heading!,
      ...problemTrees(problems),
      form(
        'compare',
        'Roles to compare',
        ...roleFields(catalog, 'role', fields),
        ...roleOffers(catalog),
        labelled(
          'Show',
          menu('only', [['', 'Everything'], ...ONLY.map((key) => [key, ONLY_NAMES[key]] as const)], only ?? ''),
        ),
        submit('Compare'),
      ),
      ...(ids.length === 1 && problems.length === 0 ? [element('p', {}, 'Choose one more role, or several.')] : []),
      ...(drawing === undefined
        ? []
        : [element('details', { class: 'map' }, element('summary', {}, 'The comparison as a radar'), DRAWING_SLOT)]),
      ...rest,
    ],
  };
}

/** The radar of a comparison; undefined where it makes none. */
function radarFor(catalog: Catalog, comparison: Comparison, only: Only | undefined): string | undefined {
  try {
    return drawRadar(radarOf(catalog, comparison), { only: only === undefined ? undefined : FILTERS[only] });
  } catch (error) {
    if (error instanceof PmrolesError && error.code === 'usage') return undefined;
    throw error;
  }
}

/** The text of a field. */
export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

/** The texts of the fields of a name, those that are filled. */
export function textsOf(data: FormData, name: string): string[] {
  return data.getAll(name).filter((value): value is string => typeof value === 'string' && value.trim() !== '');
}

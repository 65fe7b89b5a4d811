/**
 * The fields of the page's forms. A form is taken by name (`pages.ts`), and nothing of it ever leaves the page.
 */
import { type Catalog, heldRoles } from '../core/catalog.ts';
import { printable } from '../report/printable.ts';
import { element, type Tree } from '../report/tree.ts';
import { pictureNames } from '../views/graph.ts';

/** Nobody picks one of more roles than this from a menu: then the name is typed, and the browser offers what fits. */
const MOST_IN_MENU = 200;

/** A form. */
export function form(name: string, label: string, ...fields: readonly Tree[]): Tree {
  return element('form', { 'data-form': name, 'aria-label': label, class: 'form' }, ...fields);
}

/** What sends a form. */
export function submit(label: string): Tree {
  return element('button', { type: 'submit' }, label);
}

/** A field with its label above it. */
export function labelled(label: string, field: Tree): Tree {
  return element('label', { class: 'field' }, element('span', {}, label), field);
}

/** Fields in each of which a role is chosen. */
export function roleFields(
  catalog: Catalog,
  name: string,
  fields: readonly {
    readonly label: string;
    readonly chosen?: string | undefined;
    readonly typed?: string | undefined;
  }[],
): Tree[] {
  const roles = heldRoles(catalog.ladder);
  const { role: titleOf } = pictureNames(catalog);
  const isTyped = roles.length > MOST_IN_MENU;
  return fields.map(({ label, chosen = '', typed = '' }) =>
    labelled(
      label,
      isTyped
        ? element('input', {
            name,
            value: chosen === '' ? printable(typed) : titleOf(chosen),
            list: 'roles',
            autocomplete: 'off',
          })
        : menu(name, [['', '–'], ...roles.map(({ id }) => [id, titleOf(id)] as const)], chosen),
    ),
  );
}

/** The names that the browser offers where roles are typed; nothing where they are chosen from a menu. */
export function roleOffers(catalog: Catalog): Tree[] {
  const roles = heldRoles(catalog.ladder);
  if (roles.length <= MOST_IN_MENU) return [];
  const { role: titleOf } = pictureNames(catalog);
  const options = roles.map(({ id }) => element('option', { value: printable(titleOf(id)) }));
  return [element('datalist', { id: 'roles' }, ...options)];
}

/** A menu of values and what they are called. */
export function menu(name: string, options: readonly (readonly [value: string, text: string])[], chosen: string): Tree {
  return element(
    'select',
    { name },
    ...options.map(([value, text]) => element('option', { value, selected: value === chosen }, printable(text))),
  );
}

/** Boxes to tick, any number of them. */
export function checks(
  legend: string,
  name: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: readonly string[],
): Tree {
  return element(
    'fieldset',
    {},
    element('legend', {}, legend),
    ...options.map(([value, text]) =>
      element(
        'label',
        { class: 'check' },
        element('input', { type: 'checkbox', name, value, checked: chosen.includes(value) }),
        ' ',
        printable(text),
      ),
    ),
  );
}

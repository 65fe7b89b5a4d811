/**
 * The fields of the page's forms. A form is taken by name (`pages.ts`), and nothing of it ever leaves the page.
 */
import { type Catalog, heldRoles } from '../core/catalog.ts';
import { groupBy } from '../core/group-by.ts';
import { byRank } from '../core/order.ts';
import { printable } from '../report/printable.ts';
import { element, type Tree } from '../report/tree.ts';
import { pictureNames } from '../views/graph.ts';

/** Nobody picks one of more roles than this from a menu: then the name is typed, and the browser offers what fits. */
const MOST_IN_MENU = 200;

/** A field in which a role is chosen. */
export interface RoleField {
  readonly name: string;
  readonly label: string;
  /** The colour of the role in this view, and the sign that goes with it. */
  readonly hue?: string;
  readonly chosen?: string | undefined;
  readonly typed?: string | undefined;
  /** Roles that cannot be chosen here. */
  readonly taken?: readonly string[];
}

/**
 * A form that leads on as soon as a field of it changes; where roles are typed, that is when the field is left. In the quiz a
 * role is an answer, which is not given before it is sent.
 */
export function roleForm(
  catalog: Catalog,
  form: string,
  label: string,
  fields: readonly RoleField[],
  ...more: readonly Tree[]
): Tree {
  return element(
    'form',
    { 'data-form': form, 'data-live': form !== 'quiz', 'aria-label': label, class: 'pick only-screen' },
    ...fields.map((field, index) => roleField(catalog, field, `${form}-${index}`)),
    element('div', { class: 'row' }, ...more),
    ...roleOffers(catalog),
  );
}

function roleField(
  catalog: Catalog,
  { name, label, hue, chosen = '', typed = '', ...field }: RoleField,
  id: string,
): Tree {
  const { role: titleOf } = pictureNames(catalog);
  const roles = heldRoles(catalog.ladder);
  const value = chosen === '' ? printable(typed) : titleOf(chosen);
  const mark = hue === undefined ? [] : [element('span', { class: `mark ${hue}` })];
  return element(
    'div',
    {},
    element('label', { for: id, class: hue }, ...mark, label),
    roles.length > MOST_IN_MENU
      ? element('input', {
          id,
          name,
          value,
          type: 'search',
          list: 'roles',
          autocomplete: 'off',
          'aria-invalid': chosen === '' && typed !== '' ? 'true' : undefined,
        })
      : element(
          'select',
          { id, name },
          element('option', { value: '', selected: chosen === '' }, 'Choose a role'),
          ...menuGroups(catalog, chosen, field.taken ?? []),
        ),
  );
}

/** The roles of each track, most senior first, as on the ladder. */
function menuGroups(catalog: Catalog, chosen: string, taken: readonly string[]): Tree[] {
  const { role: titleOf } = pictureNames(catalog);
  const { ladder } = catalog;
  const groups = groupBy(heldRoles(ladder).toSorted(byRank).reverse(), ({ track }) => track);
  const option = ({ id }: { readonly id: string }): Tree => {
    const attributes = { value: id, selected: id === chosen, disabled: id !== chosen && taken.includes(id) };
    return element('option', attributes, titleOf(id));
  };
  const named = ladder.tracks.flatMap(({ id, title }) => {
    const roles = groups.get(id);
    return roles ? [element('optgroup', { label: printable(title) }, ...roles.map(option))] : [];
  });
  // A role that nobody holds is not offered, but may have been named.
  const given = catalog.roles.get(chosen);
  const abstract = given?.abstract === true ? [option(given)] : [];
  return [...abstract, ...named, ...(groups.get(undefined) ?? []).map(option)];
}

/** The names that the browser offers where roles are typed; nothing where they are chosen from a menu. */
function roleOffers(catalog: Catalog): Tree[] {
  const roles = heldRoles(catalog.ladder);
  if (roles.length <= MOST_IN_MENU) return [];
  const { role: titleOf } = pictureNames(catalog);
  const options = roles.map(({ id }) => element('option', { value: printable(titleOf(id)) }));
  return [element('datalist', { id: 'roles' }, ...options)];
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

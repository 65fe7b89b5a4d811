/**
 * The addresses of the page's views: what stands behind the # of its address, such as `#compare=head-of-product,cpo&only=changed`.
 */

/** Which view, of what, and how. */
export interface Address {
  /** Empty for the ladder itself. */
  readonly view: string;
  readonly values: readonly string[];
  /** What else was asked for, by name; nothing in the list where a name stands alone. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Reads an address. */
export function readAddress(hash: string): Address {
  const [first = ['', []] as const, ...rest] = hash.replace(/^#/, '').split('&').map(readPart);
  const [view, values] = first;
  return { view, values, options: new Map(rest) };
}

function readPart(part: string): readonly [string, readonly string[]] {
  const at = part.indexOf('=');
  if (at < 0) return [decode(part), []];
  return [
    decode(part.slice(0, at)),
    part
      .slice(at + 1)
      .split(',')
      .map(decode),
  ];
}

/** What is no encoding stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Writes an address. */
export function writeAddress(
  view: string,
  values: readonly string[],
  options: Readonly<Record<string, readonly string[] | boolean>> = {},
): string {
  const parts = Object.entries(options).flatMap(([name, value]) => {
    if (value === true) return [name];
    return value === false || value.length === 0 ? [] : [writePart(name, value)];
  });
  return `#${[values.length === 0 ? view : writePart(view, values), ...parts].join('&')}`;
}

/** Writes an address again with a value put right, and all else as it was asked for. */
export function mendAddress(
  { view, values, options }: Address,
  option: string | undefined,
  wrong: string,
  right: string,
): string {
  const mended = (name: string | undefined, list: readonly string[]): readonly string[] =>
    name === option ? list.map((value) => (value === wrong ? right : value)) : list;
  const others = Array.from(options, ([name, list]) => [name, list.length === 0 ? true : mended(name, list)] as const);
  return writeAddress(view, mended(undefined, values), Object.fromEntries(others));
}

function writePart(name: string, values: readonly string[]): string {
  // A colon needs no encoding, and answers of a quiz read better with it.
  return `${name}=${values.map((value) => encodeURIComponent(value).replaceAll('%3A', ':')).join(',')}`;
}

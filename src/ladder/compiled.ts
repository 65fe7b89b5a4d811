/**
 * The compiled form of a ladder: checked, and laid out so that a command parses only what it needs.
 *
 * Parsing YAML takes some eighty times as long as parsing JSON, so a ladder is parsed once and kept like this. A role's
 * responsibilities and requirements are nearly all of a large ladder and most commands look at a few roles, so each role's lie
 * apart, as do the progressions, the quiz and the sources; they are parsed when they are asked for.
 *
 * The bytes: a line of JSON, the head; then the parts, one after the other, which the head knows by their offsets.
 */
import {
  BASES,
  type Inclusion,
  type Ladder,
  type Progression,
  PROGRESSION_KINDS,
  type Requirement,
  type Responsibility,
  type Role,
  type Statement,
} from '../core/model.ts';

/** A checked ladder, and the warnings that it came with. */
export interface CompiledLadder {
  readonly ladder: Ladder;
  readonly warnings: readonly string[];
  /** How many there were, also of those that were not kept. */
  readonly warningCount: number;
}

/** What of a role is parsed at once. */
type RoleHead = readonly [
  id: string,
  title: string,
  aliases: readonly string[],
  rank: number,
  track: string | null,
  summary: Statement,
];

/** What of a role is parsed when it is asked for. */
interface RoleBody {
  readonly includes: readonly Inclusion[];
  readonly responsibilities: readonly Responsibility[];
  readonly requirements: readonly Requirement[];
  readonly notes: readonly Statement[];
}

/**
 * The progressions, column by column: numbers are read far faster than objects. Roles are given by their place in the
 * ladder, kind and basis by theirs in their lists; cites and notes only for those that have any.
 */
interface Columns {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly kind: readonly number[];
  readonly basis: readonly number[];
  readonly cites: readonly (readonly [index: number, cites: readonly string[]])[];
  readonly notes: readonly (readonly [index: number, note: string])[];
}

interface Head {
  readonly warnings: readonly string[];
  readonly warningCount: number;
  readonly ladder: Omit<Ladder, 'roles' | 'progressions' | 'quiz' | 'sources'>;
  readonly roles: readonly RoleHead[];
  readonly hasQuiz: boolean;
  /**
   * Where each part starts, in bytes from the first: one part for each role, the progressions, the quiz, the sources; then
   * the end.
   */
  readonly starts: readonly number[];
}

/** Compiles a ladder. */
export function encodeLadder({ ladder, warnings, warningCount }: CompiledLadder): Buffer {
  const { roles, progressions, quiz, sources, ...rest } = ladder;
  const places = new Map(ladder.roles.map((role, place) => [role.id, place]));
  const columns: Columns = {
    from: ladder.progressions.map((edge) => places.get(edge.from)!),
    to: ladder.progressions.map((edge) => places.get(edge.to)!),
    kind: progressions.map(({ kind }) => PROGRESSION_KINDS.indexOf(kind)),
    basis: progressions.map(({ basis }) => BASES.indexOf(basis)),
    cites: progressions.flatMap(({ cites }, index) => (cites.length === 0 ? [] : [[index, cites]])),
    notes: progressions.flatMap(({ note }, index) => (note === undefined ? [] : [[index, note]])),
  };
  const parts: Buffer[] = [];
  const starts = [0];
  const add = (value: unknown): void => {
    const part = Buffer.from(JSON.stringify(value));
    parts.push(part);
    starts.push(starts.at(-1)! + part.length);
  };
  for (const { includes, responsibilities, requirements, notes } of roles) {
    add({ includes, responsibilities, requirements, notes } satisfies RoleBody);
  }
  add(columns);
  add(quiz ?? null);
  add(sources);
  const head: Head = {
    warnings,
    warningCount,
    ladder: rest,
    roles: roles.map(({ id, title, aliases, rank, track, summary }) => [
      id,
      title,
      aliases,
      rank,
      track ?? null,
      summary,
    ]),
    hasQuiz: quiz !== undefined,
    starts,
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...parts]);
}

/** Opens a compiled ladder. */
export function decodeLadder(content: Buffer): CompiledLadder {
  const end = content.indexOf('\n');
  const head = JSON.parse(content.toString('utf8', 0, end)) as Head;
  const { warnings, warningCount, ladder, roles: heads, hasQuiz, starts } = head;
  const part = (index: number): unknown =>
    JSON.parse(content.toString('utf8', end + 1 + starts[index]!, end + 1 + starts[index + 1]!));
  const roles = heads.map((head, index) => new CompiledRole(head, () => part(index) as RoleBody));
  const columns = once(() => part(heads.length) as Columns);
  const progressions = once(() => readProgressions(columns(), roles));
  const quiz = once(() => part(heads.length + 1) as Ladder['quiz'] | null);
  const sources = once(() => part(heads.length + 2) as Ladder['sources']);
  const later = {
    roles,
    get sources() {
      return sources();
    },
    get progressions() {
      return progressions();
    },
  };
  // Without a quiz, where the quiz would be must not even be a key.
  const withQuiz = Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(ladder),
      ...Object.getOwnPropertyDescriptors(later),
      ...(hasQuiz ? { quiz: { enumerable: true, get: quiz } } : {}),
    },
  ) as Ladder;
  return { ladder: withQuiz, warnings, warningCount };
}

function readProgressions(columns: Columns, roles: readonly Role[]): readonly Progression[] {
  const { from, to, kind, basis } = columns;
  const cites = new Map(columns.cites);
  const notes = new Map(columns.notes);
  const none: readonly string[] = [];
  return from.map((start, index) => {
    const note = notes.get(index);
    return {
      from: roles[start]!.id,
      to: roles[to[index]!]!.id,
      kind: PROGRESSION_KINDS[kind[index]!]!,
      basis: BASES[basis[index]!]!,
      cites: cites.get(index) ?? none,
      ...(note === undefined ? {} : { note }),
    };
  });
}

/** A role whose larger part is parsed at its first use. A class, because a getter of one's own for each role costs far more. */
class CompiledRole implements Role {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly rank: number;
  declare readonly track?: string;
  readonly summary: Statement;
  readonly #read: () => RoleBody;
  #body: RoleBody | undefined;

  constructor([id, title, aliases, rank, track, summary]: RoleHead, read: () => RoleBody) {
    this.id = id;
    this.title = title;
    this.aliases = aliases;
    this.rank = rank;
    if (track !== null) this.track = track;
    this.summary = summary;
    this.#read = read;
  }

  get includes(): readonly Inclusion[] {
    return this.#rest().includes;
  }

  get responsibilities(): readonly Responsibility[] {
    return this.#rest().responsibilities;
  }

  get requirements(): readonly Requirement[] {
    return this.#rest().requirements;
  }

  get notes(): readonly Statement[] {
    return this.#rest().notes;
  }

  #rest(): RoleBody {
    return (this.#body ??= this.#read());
  }

  /** All of the role, as plain data. */
  toJSON(): Role {
    const { id, title, aliases, rank, track, summary } = this;
    return { id, title, aliases, rank, ...(track === undefined ? {} : { track }), summary, ...this.#rest() };
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

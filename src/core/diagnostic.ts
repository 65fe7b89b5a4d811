/**
 * What can be wrong with a ladder: every kind of problem, by the code that names it for good.
 */
import type { Ladder } from './model.ts';

/** How bad it is: an error makes a ladder unusable, a warning does not. */
export type Severity = 'error' | 'warning';

/** A kind of problem. */
export interface Kind {
  readonly severity: Severity;
  /** What it means, as a sentence; help lists them. */
  readonly meaning: string;
}

/** Every code. Codes are part of what programs rely on: none changes its meaning. */
export const DIAGNOSTICS = {
  // The text.
  syntax: { severity: 'error', meaning: 'It is neither YAML nor JSON.' },
  'control-character': { severity: 'error', meaning: 'A control character that breaks text files.' },
  'too-deep': { severity: 'error', meaning: 'Lists and mappings are nested too deep.' },
  alias: { severity: 'error', meaning: 'A YAML alias to nowhere or to itself, or too many.' },
  tag: { severity: 'error', meaning: 'A YAML tag, where plain data is expected.' },
  'other-format': { severity: 'error', meaning: 'A file of another tool, which is no ladder.' },
  'duplicate-key': { severity: 'error', meaning: 'A key is there twice in one mapping.' },
  // The shape of a file.
  type: { severity: 'error', meaning: 'A value of the wrong type or form.' },
  'unknown-key': { severity: 'error', meaning: 'A key that does not belong there.' },
  'missing-key': { severity: 'error', meaning: 'A key is missing.' },
  // The files together.
  'given-twice': { severity: 'error', meaning: 'Two files give something that a ladder has once.' },
  'duplicate-id': { severity: 'error', meaning: 'An id is there twice.' },
  'unknown-id': { severity: 'error', meaning: 'An id that nothing has.' },
  'still-there': { severity: 'error', meaning: 'An id under "replaces" that the ladder still has.' },
  'self-loop': { severity: 'error', meaning: 'A move leads from a role to itself.' },
  'too-few-related': { severity: 'error', meaning: 'A group of fewer than two related responsibilities.' },
  'too-few-roles': { severity: 'error', meaning: 'A contrast of fewer than two roles.' },
  'too-few-answers': { severity: 'error', meaning: 'An experience question with fewer than two answers.' },
  uncited: { severity: 'warning', meaning: 'A statement cites nothing, on a ladder with sources.' },
  'ambiguous-name': { severity: 'warning', meaning: 'Two roles can be called by one name.' },
  // The moves between roles.
  'no-progressions': { severity: 'warning', meaning: 'Several roles, and no moves between them.' },
  isolated: { severity: 'warning', meaning: 'No move leads to or from the role.' },
  unreachable: { severity: 'warning', meaning: 'No route leads to the role from the lowest rank.' },
  'rank-unreached': { severity: 'warning', meaning: 'No move up ends at this rank.' },
  'promotion-cycle': { severity: 'warning', meaning: 'Promotions that go in a circle.' },
  'promotion-down': { severity: 'warning', meaning: 'A promotion to a role of lower rank.' },
  'step-back-up': { severity: 'warning', meaning: 'A step back to a role of higher rank.' },
  'duplicate-progression': { severity: 'warning', meaning: 'The same move is there twice.' },
  'level-falls': { severity: 'warning', meaning: 'A promotion asks for less of a skill than before.' },
  'abstract-move': { severity: 'warning', meaning: 'A move leads to or from an abstract role.' },
  // What roles inherit.
  'abstract-unused': { severity: 'warning', meaning: 'No role inherits from an abstract role.' },
  'include-cycle': { severity: 'warning', meaning: 'Roles that include one another in a circle.' },
  'redundant-include': {
    severity: 'warning',
    meaning: 'A role includes what it inherits anyway.',
  },
  'cumulative-idle': { severity: 'warning', meaning: 'The ladder is cumulative, but no track has two ranks.' },
  'too-much-carried': {
    severity: 'warning',
    meaning: 'Roles inherit too much to add up.',
  },
  'cumulative-trackless': {
    severity: 'warning',
    meaning: 'The ladder is cumulative, but a role is on no track.',
  },
  // Texts and entries.
  'invisible-character': { severity: 'warning', meaning: 'Characters that nobody sees, such as zero-width spaces.' },
  'unsafe-character': { severity: 'warning', meaning: 'Control or text-direction characters, shown by number.' },
  'repeated-sentence': { severity: 'warning', meaning: 'A role has the same sentence twice; one is used.' },
  'related-in-one-role': { severity: 'warning', meaning: 'A related group of one role alone.' },
  'similar-role': { severity: 'warning', meaning: 'Two roles have nearly the same title.' },
  'similar-skill': { severity: 'warning', meaning: 'Two skills have the same name, or nearly.' },
  'same-level-text': { severity: 'warning', meaning: 'Two levels of a skill have the same text.' },
  'same-title': { severity: 'warning', meaning: 'Two areas, tracks or levels have the same title.' },
  'same-text': { severity: 'warning', meaning: 'The same responsibility, under two ids.' },
  'not-applicable': {
    severity: 'warning',
    meaning: 'A level or importance of a skill that does not apply.',
  },
  'experience-falls': { severity: 'warning', meaning: 'Quiz answers that go from more experience to less.' },
  'role-unweighed': { severity: 'warning', meaning: 'The quiz has no weights for the role.' },
  'called-me': { severity: 'warning', meaning: 'A role is called "me", so that no profile can be.' },
  unused: { severity: 'warning', meaning: 'A skill, area, track or the like that nothing uses.' },
  // A profile.
  'other-ladder': { severity: 'error', meaning: 'The profile is of another ladder.' },
  'other-version': { severity: 'warning', meaning: 'The profile is of another version of the ladder.' },
  'unknown-level': { severity: 'error', meaning: 'An answer that the ladder has no level for.' },
  'replaced-id': { severity: 'warning', meaning: 'The ladder has another id in the place of this one.' },
} as const satisfies Readonly<Record<string, Kind>>;

/** A stable name for a kind of problem, for programs and for looking it up. */
export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/** Where something stands in a file; line and column count from 1, columns in UTF-16 units, as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A place in a file. */
export interface FilePosition {
  readonly file: string;
  readonly position?: Position;
}

/** One thing that is wrong. */
export interface Diagnostic extends FilePosition {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  /** What was found and what was expected, as one sentence without a full stop. */
  readonly message: string;
  /** How to fix it, where that can be said. */
  readonly hint?: string;
  /** The other place, where two things do not go together. */
  readonly other?: FilePosition;
}

/** A file's name, as it is to stand in diagnostics, and its text. */
export interface LadderText {
  readonly file: string;
  readonly text: string;
}

/** A ladder's files, and everything there is to say about them. */
export interface CheckedLadder {
  readonly texts: readonly LadderText[];
  /** Absent when there is an error. */
  readonly ladder?: Ladder;
  /** Sorted by file and position; of very many, the first thousand errors and the first thousand warnings found. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many there are, also of those that were not kept. */
  readonly counts: Readonly<Record<Severity, number>>;
}

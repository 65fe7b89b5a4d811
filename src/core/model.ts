/**
 * The ladder as the rest of the program sees it: checked, immutable, free of any file format.
 *
 * Every field is plain JSON data, so that a ladder can be checked when the package is built, stored, sent to a browser
 * and read back without a constructor. Lookups that need an index live in `catalog.ts`.
 */

/** What a statement leans on: the id of a fact (`A-15`), or of a source that lists no facts. */
export type Cite = string;

/** The strongest first. */
export const BASES = ['stated', 'implied', 'editorial'] as const;

/** How a progression is known: a source says so, it is read off a source's ordering, or it is the ladder keeper's own. */
export type Basis = (typeof BASES)[number];

/** In the order in which help and errors list them. */
export const PROGRESSION_KINDS = ['promotion', 'lateral', 'track-change', 'step-back'] as const;

/** What sort of move a progression is. */
export type ProgressionKind = (typeof PROGRESSION_KINDS)[number];

/** The most important first. */
export const IMPORTANCES = ['essential', 'useful', 'optional'] as const;

/** How much a requirement matters. */
export type Importance = (typeof IMPORTANCES)[number];

/** What leans on sources. `editorial` marks what is the ladder keeper's own, and no source backs. */
export interface Cited {
  readonly cites: readonly Cite[];
  readonly editorial: boolean;
}

/** Anything that is said, with what it leans on. */
export interface Statement extends Cited {
  readonly text: string;
}

/** One fact that a source states, in the ladder's own words. */
export interface Fact {
  readonly id: string;
  readonly text: string;
}

/** A cited document. Its facts may be listed, so that statements can cite each of them. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly date?: string;
  readonly url?: string;
  readonly note?: string;
  readonly facts: readonly Fact[];
}

/** What has a title, and maybe a word on what it is about. */
interface Titled {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

/** A named line of roles, such as individual contributor or leadership. */
export type Track = Titled;

/** What a responsibility is about; areas line roles up for a comparison. */
export type Area = Titled;

/** One step of the ladder's proficiency scale. Their order in the ladder is their order of growth. */
export type Level = Titled;

/** What may have taken the place of others: their ids, which are gone from the ladder. Two that name the same id split it. */
interface Successor {
  readonly replaces?: readonly string[];
}

/** Something a person can be good at. */
export interface Skill extends Successor {
  readonly id: string;
  readonly name: string;
  /** A path of group names, outermost first; empty where the ladder does not group its skills. */
  readonly group: readonly string[];
  readonly description?: string;
  /** What each level of this skill looks like, by level id. */
  readonly levels?: Readonly<Record<string, string>>;
}

/** One statement of what a role answers for, in one area. */
export interface Responsibility extends Statement, Successor {
  /** The same id in two roles means the same responsibility, even where each role words it its own way. */
  readonly id: string;
  readonly area: string;
}

/** A skill that a role needs. `text` is the role's own wording, empty where the skill's name says it all. */
export interface Requirement extends Statement {
  readonly skill: string;
  readonly level?: string;
  readonly importance?: Importance;
  /** True where the ladder says outright that the skill is not applicable to the role; absent means that it is needed. */
  readonly notApplicable?: boolean;
}

/** In the order in which help and errors list them. */
export const INCLUDED = ['responsibilities', 'skills'] as const;

/** What of a role another one may inherit. */
export type Included = (typeof INCLUDED)[number];

/** A role inherits what is said of another one, with cites of its own for that. */
export interface Inclusion extends Cited {
  readonly role: string;
  readonly of: readonly Included[];
}

/** A position on the ladder. */
export interface Role extends Successor {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** How senior the role is; a larger number is more senior, equal ranks are legal. */
  readonly rank: number;
  readonly track?: string;
  /** True for a role that nobody holds: it is only there to be inherited from. */
  readonly abstract?: true;
  /** What the role is for, in a sentence. */
  readonly summary: Statement;
  readonly includes: readonly Inclusion[];
  readonly responsibilities: readonly Responsibility[];
  readonly requirements: readonly Requirement[];
  /** What else the sources say about the role: neither a responsibility nor a skill. */
  readonly notes: readonly Statement[];
}

/** A move between two roles. Two moves between the same roles are legal: two sources may both know the move. */
export interface Progression {
  readonly from: string;
  readonly to: string;
  readonly kind: ProgressionKind;
  readonly basis: Basis;
  readonly cites: readonly Cite[];
  readonly note?: string;
}

/** A source's own one-line comparison of roles. */
export interface Contrast extends Statement {
  readonly roles: readonly string[];
}

/** Responsibilities that are the same work at another scope, as the ladder's keeper judges it. */
export interface RelatedGroup {
  readonly id: string;
  readonly title: string;
  /** Ids of responsibilities; an id means the same responsibility in every role. */
  readonly responsibilities: readonly string[];
}

/** A place where sources contradict one another; every position stands, nothing is averaged. */
export interface Disagreement {
  readonly id: string;
  readonly title: string;
  readonly roles: readonly string[];
  readonly positions: readonly Statement[];
}

/**
 * A question about how much somebody would enjoy an activity, answered from 1 (strongly dislike) to 5 (strongly like). It is
 * editorial where wording and weights are the ladder keeper's own.
 */
export interface QuizQuestion extends Statement {
  readonly id: string;
  /** By role id, the answer (1 to 5, whole) expected from somebody whom the role suits. A role left out is "not known". */
  readonly weights: Readonly<Record<string, number>>;
  readonly areas: readonly string[];
  readonly skills: readonly string[];
}

/** One of the answers to an experience question. */
export interface ExperienceAnswer {
  readonly text: string;
  /** The lowest and the highest rank that the answer is typical of, both included; absent where the question asks for size. */
  readonly ranks?: readonly [low: number, high: number];
  /** The same in a small organisation, where the answer may stand for less. */
  readonly ranksIfSmall?: readonly [low: number, high: number];
  /** True for an answer which says that the organisation is small. */
  readonly small?: true;
}

/**
 * A question about what somebody has done, with answers numbered from 0, the least, upwards; or, where no answer has ranks,
 * about the size of the organisation in which they did it.
 */
export interface ExperienceQuestion extends Statement {
  readonly id: string;
  readonly answers: readonly ExperienceAnswer[];
}

/** All that a ladder's quiz may ask. Ids are unique across both kinds of question. */
export interface QuizBank {
  readonly questions: readonly QuizQuestion[];
  readonly experience: readonly ExperienceQuestion[];
  /** By role id, the rank whose experience the role asks for, where that is not its own. */
  readonly experienceRanks?: Readonly<Record<string, number>>;
}

/** One dataset: sources, areas, skills, roles, progressions and what they disagree about. */
export interface Ladder {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly summary: string;
  /** The tag of the language that it is written in; absent for English. */
  readonly language?: string;
  /** What others may do with it: an SPDX expression, or words. */
  readonly licence?: string;
  /** True where each role's expectations add to those of the next lower rank of its track. */
  readonly cumulative: boolean;
  readonly tracks: readonly Track[];
  readonly areas: readonly Area[];
  readonly levels: readonly Level[];
  readonly skills: readonly Skill[];
  readonly sources: readonly Source[];
  /** Sorted by rank, then by id; never in the order of the file. */
  readonly roles: readonly Role[];
  /** In the order of the roles that they lead from, then of those that they lead to. */
  readonly progressions: readonly Progression[];
  readonly contrasts: readonly Contrast[];
  readonly disagreements: readonly Disagreement[];
  /** Groups of related responsibilities; empty where the ladder names none. */
  readonly related: readonly RelatedGroup[];
  /** What the sources say about the ladder as a whole. */
  readonly notes: readonly Statement[];
  /** The ladder's own quiz; absent where one is to be made from its roles. */
  readonly quiz?: QuizBank;
}

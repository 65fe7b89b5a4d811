/**
 * What somebody says of themselves, or of somebody else, by a ladder's ids: plain JSON data, as the ladder is.
 *
 * What is absent was not answered, which is never a no.
 */

/** Where no level says it; `no` is also an answer where there are levels: below the lowest. */
export const TRUTHS = ['yes', 'partly', 'no'] as const;

export type Truth = (typeof TRUTHS)[number];

/** What shows that an answer is true. */
export interface Evidence {
  readonly text: string;
  /** A day, as in 2026-11-25. */
  readonly on?: string;
  readonly url?: string;
}

/** What was answered about a skill or a responsibility: exactly one of level, truth and reason is there. */
export interface Answer {
  /** The id of one of the ladder's levels. */
  readonly level?: string;
  readonly truth?: Truth;
  /** Why it does not apply to the person. */
  readonly notApplicable?: string;
  readonly on?: string;
  readonly evidence: readonly Evidence[];
}

/** In the order in which help and errors list them. */
export const PLAN_KINDS = ['doing', 'people', 'study'] as const;
export const PLAN_STATES = ['open', 'done', 'dropped'] as const;

/** One thing that somebody means to learn or to do. */
export interface PlanEntry {
  /** The id of a skill or of a responsibility. */
  readonly skill?: string;
  readonly responsibility?: string;
  /** The level, or yes. */
  readonly to?: string;
  readonly how?: string;
  readonly kind?: (typeof PLAN_KINDS)[number];
  readonly doneWhen?: string;
  readonly by?: string;
  readonly review?: string;
  readonly state: (typeof PLAN_STATES)[number];
}

/** One person as one person sees them on one day. */
export interface Profile {
  /** The ladder that the ids are of, and the version of it that they were answered on. */
  readonly ladder: { readonly id: string; readonly version?: string };
  /** The day it holds for. */
  readonly on?: string;
  /** Who says so: `self`, `manager`, `peer`, or a name; absent for the person. */
  readonly by?: string;
  readonly role?: string;
  readonly aim?: string;
  /** By id, in the order of the file. */
  readonly skills: ReadonlyMap<string, Answer>;
  readonly responsibilities: ReadonlyMap<string, Answer>;
  readonly plan: readonly PlanEntry[];
}

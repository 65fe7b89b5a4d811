/**
 * The public library: load a ladder, find roles, compare them, find routes, search, put the questions of the quiz, and measure a
 * profile against roles.
 *
 * All of it is free of input and output and runs in a browser; what reads files is in `pmroles/node`.
 */
export { type Catalog, type CitedFact, createCatalog, roleOf, sourcesOf } from './core/catalog.ts';
export {
  type ComparedArea,
  type ComparedItem,
  compareRoles,
  type Comparison,
  type Held,
  type NotApplicable,
  type Only,
  type Standing,
} from './core/compare.ts';
export {
  type CheckedLadder,
  type Diagnostic,
  type DiagnosticCode,
  DIAGNOSTICS,
  type FilePosition,
  type LadderText,
  type Position,
  type Severity,
} from './core/diagnostic.ts';
export { type ErrorCode, type ErrorDetails, type Location, PmrolesError } from './core/errors.ts';
export {
  type Expectations,
  expectationsOf,
  type ExpectedRequirement,
  type ExpectedResponsibility,
  type Origin,
} from './core/expectations.ts';
export type * from './core/model.ts';
export { findArea, findRole, findSkill, findSource, findTrack, foldName } from './core/names.ts';
export { type Fit, type Fits, fitsOf } from './core/profile/fit.ts';
export { type Gap, type Gaps, gapsTo } from './core/profile/gaps.ts';
export type { Answer, Evidence, PlanEntry, Profile, Truth } from './core/profile/profile.ts';
export {
  type Measured,
  type RoleStanding,
  type Standing as ProfileStanding,
  standingFor,
} from './core/profile/standing.ts';
export { compareProfiles, type ViewedItem } from './core/profile/two-views.ts';
export { bankOf, type LadderBank, PRESENT_ROLE, type QuizAnswer } from './core/quiz/bank.ts';
export type { Contribution, Explanation } from './core/quiz/fit.ts';
export { readReplay, writeReplay } from './core/quiz/replay.ts';
export { type Now, type QuizResult, quizResult, type RankedRole, type Verdict } from './core/quiz/result.ts';
export { nextStep, type Progress, type QuizStep } from './core/quiz/session.ts';
export { listRoles, type RoleQuery, type SortKey } from './core/query.ts';
export {
  type DeadEnd,
  findRoutes,
  type Move,
  type Route,
  type RouteOptions,
  type RouteSearch,
} from './core/routes/routes.ts';
export {
  type Change,
  type Grown,
  type Kept,
  type ResponsibilityChange,
  type Returned,
  type SkillChange,
  type SkillMove,
  stepChanges,
  type StepChange,
} from './core/routes/steps.ts';
export type { Passage, PassageKind } from './core/search/passages.ts';
export { type Found, searchLadder } from './core/search/search.ts';
export { type ParsedLadder, parseLadder } from './ladder/parse.ts';
export { validateLadder } from './ladder/validate.ts';
export { readProfile, type ReadProfile } from './profile/read.ts';

/**
 * The public library: load a ladder, find roles, compare them, find routes.
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
export { listRoles, type RoleQuery, type SortKey } from './core/query.ts';
export {
  type DeadEnd,
  findRoutes,
  type Move,
  type Route,
  type RouteQuery,
  type RouteSearch,
} from './core/routes/routes.ts';
export { type Change, type LevelChange, type SkillChange, stepChanges, type StepChange } from './core/routes/steps.ts';
export { type ParsedLadder, parseLadder } from './ladder/parse.ts';
export { validateLadder } from './ladder/validate.ts';

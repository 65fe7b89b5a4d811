/**
 * What is shown of a role, in brief and in full.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Expectations } from '../core/expectations.ts';
import type { Contrast, Disagreement, Progression, Role } from '../core/model.ts';
import type { Line } from '../report/report.ts';
import type { ViewOptions } from './parts.ts';

export interface ShowOptions extends ViewOptions {
  /** True to add each role's own wording of its skills, contrasts, and what the sources contradict one another about. */
  readonly full?: boolean;
  /** True where it was said already what no role of the ladder has. */
  readonly inDocument?: boolean;
}

/** What is shown of a role. */
export interface Shown {
  readonly catalog: Catalog;
  readonly role: Role;
  readonly options: ShowOptions;
  readonly expectations: Expectations;
  readonly previous: readonly Progression[];
  readonly next: readonly Progression[];
  readonly contrasts: readonly Contrast[];
  readonly disagreements: readonly Disagreement[];
  /** What else the role goes by, and what it inherits; nothing where it inherits nothing. */
  readonly called: string;
  readonly inherits: readonly Line[];
}

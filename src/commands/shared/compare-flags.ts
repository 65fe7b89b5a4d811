/**
 * What the user asks of a comparison, of roles or of a profile.
 */
import type { Only } from '../../core/compare.ts';
import type { Destination } from './write-to.ts';

export interface CompareFlags extends Destination {
  readonly only?: Only;
  readonly full?: boolean;
  readonly cites?: boolean;
  readonly evidence?: boolean;
}

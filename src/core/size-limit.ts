/**
 * How large a file may be.
 */
import { PmrolesError } from './errors.ts';

/** The largest ladder that is read, in bytes. A national occupation database of 1,000 roles is about 7 MB. */
export const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Finds out how large a ladder, or a table that becomes one, may be.
 *
 * @throws PmrolesError `usage` where the variable says anything else
 */
export function sizeLimit(env: Readonly<Record<string, string | undefined>>): {
  readonly most: number;
  readonly hint: string;
} {
  const hint = 'PMROLES_MAX_BYTES sets another limit';
  const wanted = (env['PMROLES_MAX_BYTES'] ?? '').trim();
  if (wanted === '') return { most: MOST_BYTES, hint };
  const [, digits, unit = ''] = /^(\d{1,15}) ?(?:([kmg])(?:i?b)?|b)?$/i.exec(wanted) ?? [];
  const most = Number(digits) * 1024 ** ' kmg'.indexOf(unit.toLowerCase() || ' ');
  if (digits !== undefined && most > 0 && Number.isSafeInteger(most)) return { most, hint };
  throw new PmrolesError('usage', `PMROLES_MAX_BYTES is ${JSON.stringify(wanted)}, expected a number of bytes`, {
    hint: 'for example: PMROLES_MAX_BYTES=200M, which is 200 times 1024 times 1024',
  });
}

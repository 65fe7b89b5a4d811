/**
 * How large a file may be.
 */

/** The largest ladder that is read, in bytes. A national occupation database of 1,000 roles is about 7 MB. */
export const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Finds out how large a ladder, or a table that becomes one, may be.
 *
 * @param env the environment; PMROLES_MAX_BYTES counts where it is a whole number
 * @returns the largest size in bytes, and what to say where it is passed
 */
export function sizeLimit(env: Readonly<Record<string, string | undefined>>): {
  readonly most: number;
  readonly hint: string;
} {
  const wanted = env['PMROLES_MAX_BYTES'] ?? '';
  const most = /^\d{1,15}$/.test(wanted) ? Number(wanted) : MOST_BYTES;
  return { most, hint: 'PMROLES_MAX_BYTES sets another limit' };
}

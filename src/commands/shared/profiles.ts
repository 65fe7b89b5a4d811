/**
 * Profiles, where a role may stand as well: `me`, and `@` with a file.
 */
import type { Catalog } from '../../core/catalog.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { PmrolesError, usage } from '../../core/errors.ts';
import { quote } from '../../core/names.ts';
import { isProfile, ME } from '../../core/profile/name.ts';
import { readProfile } from '../../profile/read.ts';
import { printable } from '../../report/printable.ts';
import type { ShownProfile } from '../../views/profile-parts.ts';
import { formatDiagnostic, invalidFile } from '../../system/load-ladder.ts';
import { ownProfile } from './own-profile-path.ts';
import type { Session } from './session.ts';

/** Reads the profile that a name means; what is doubtful about it goes to stderr. */
export async function profileCalled(session: Session, catalog: Catalog, name: string): Promise<ShownProfile> {
  const { runtime, flags } = session;
  if (name !== ME && !name.startsWith('@')) {
    throw usage(`${quote(name)} is no profile`, 'a profile is me, or @ and a file: @me-2025.yaml');
  }
  const file = name === ME ? ownProfile(session).value : name.slice(1);
  if (file === '') throw usage(`${quote(name)} names no file`, 'for example: @me-2025.yaml');
  if (name === ME && !runtime.profiles.exists(file)) throw noProfile(session, file);
  const { profile, diagnostics } = readProfile(await runtime.profiles.read(file), file, catalog);
  if (!profile) throw invalidProfile(file, diagnostics);
  if (flags.quiet !== true && diagnostics.length > 0) {
    const lines = diagnostics.map((diagnostic) => `${printable(formatDiagnostic(diagnostic))}\n`);
    const more = lines.length > MOST_WARNINGS ? `… and ${lines.length - MOST_WARNINGS} more\n` : '';
    await runtime.stderr.write(lines.slice(0, MOST_WARNINGS).join('') + more);
  }
  return { name, file, profile };
}

export function noProfile({ rerun }: Session, file: string): PmrolesError {
  return new PmrolesError('read-failed', `there is no profile at ${file}`, {
    hint: `make one: pmroles me${rerun}, or without a terminal: pmroles me set role <role>${rerun}`,
  });
}

/** The error for a profile that cannot be used. */
export function invalidProfile(file: string, diagnostics: readonly Diagnostic[]): PmrolesError {
  const total = diagnostics.filter(({ severity }) => severity === 'error').length;
  return invalidFile('profile-invalid', `the profile ${file}`, diagnostics, total);
}

/** Beyond these, warnings would push the answer off the screen. */
const MOST_WARNINGS = 5;

/** Parts names into profiles, which are read, and the names of roles. */
export async function partNames(
  session: Session,
  catalog: Catalog,
  names: readonly string[],
): Promise<{ readonly profiles: readonly ShownProfile[]; readonly roles: readonly string[] }> {
  const { ladder } = catalog;
  const profiles: ShownProfile[] = [];
  for (const name of names.filter((one) => isProfile(ladder, one))) {
    profiles.push(await profileCalled(session, catalog, name));
  }
  return { profiles, roles: names.filter((one) => !isProfile(ladder, one)) };
}

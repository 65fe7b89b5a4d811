/**
 * Changing the user's own profile: every change is read as a profile before it is kept.
 */
import { relative } from 'node:path';
import type { Catalog } from '../../core/catalog.ts';
import { shellWord } from '../../core/shell-words.ts';
import { PmrolesError } from '../../core/errors.ts';
import type { Profile } from '../../core/profile/profile.ts';
import { emptyProfile, withField } from '../../profile/edit.ts';
import { readProfile } from '../../profile/read.ts';
import { printable } from '../../report/printable.ts';
import { formatDiagnostic } from '../../system/load-ladder.ts';
import { ownProfile } from './own-profile-path.ts';
import { invalidProfile } from './profiles.ts';
import type { Session } from './session.ts';

/** A text that is a profile of a ladder. */
function checked(text: string, file: string, catalog: Catalog): Profile {
  const { profile, diagnostics } = readProfile(text, file, catalog);
  if (!profile) throw invalidProfile(file, diagnostics);
  return profile;
}

/**
 * Writes the user's own profile for another version of its ladder; `change` gets the text and what it says.
 *
 * @throws PmrolesError `profile-invalid` where it is no profile of the one version, or would be none of the other; it stays as it was
 */
export async function carryOwn(
  session: Session,
  from: Catalog,
  to: Catalog,
  change: (text: string, profile: Profile) => string,
): Promise<void> {
  const { value: file } = ownProfile(session);
  await session.runtime.profiles.change(file, (before = '') => {
    const { diagnostics } = readProfile(before, file, from);
    const [doubt] = diagnostics.filter(({ severity }) => severity === 'warning');
    if (doubt) {
      throw new PmrolesError('profile-invalid', `nothing was written: ${formatDiagnostic(doubt)}`, {
        hint: `make it one of version ${from.ladder.version} first`,
        location: { file, ...doubt.position },
      });
    }
    const text = change(before, checked(before, file, from));
    checked(text, file, to);
    return text;
  });
}

/**
 * Changes the user's own profile, or makes one; the day that it holds for becomes today.
 *
 * @throws PmrolesError `profile-invalid` where it could not be read before, or not any more after the change; it stays as it was
 */
export async function changeOwn(
  session: Session,
  catalog: Catalog,
  change: (text: string, profile: Profile) => string,
): Promise<void> {
  const { runtime, flags } = session;
  const { value: file } = ownProfile(session);
  let isNew = false as boolean;
  await runtime.profiles.change(file, (before) => {
    isNew = before === undefined;
    const start = before ?? emptyProfile(catalog.ladder);
    // What is no profile yet must not be changed as if it were one.
    const profile = checked(start, file, catalog);
    const text = withField(change(start, profile), 'on', runtime.today());
    checked(text, file, catalog);
    return text;
  });
  if (isNew && flags.quiet !== true) {
    const tree = await runtime.profiles.workTreeOf(file);
    const line = `/${relative(tree ?? '', file).replaceAll('\\', '/')}`;
    const ignored = tree === undefined ? '' : `echo ${shellWord(line)} >> ${shellWord(`${tree}/.gitignore`)}`;
    const lines = [
      `wrote ${file}, for you alone`,
      ...(tree === undefined ? [] : [`It lies in a git work tree. To keep it out of it: ${ignored}`]),
    ];
    await runtime.stderr.write(lines.map((one) => `${printable(one)}\n`).join(''));
  }
}

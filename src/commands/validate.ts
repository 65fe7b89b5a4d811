/**
 * `pmroles validate`: everything that is wrong with a ladder, or doubtful.
 */
import { createCatalog } from '../core/catalog.ts';
import { usage } from '../core/errors.ts';
import { renderAnnotations } from '../views/github.ts';
import { passes, validateView } from '../views/validate.ts';
import { ladderInUse, type Session } from './shared/session.ts';

interface ValidateFlags {
  readonly all?: boolean;
  readonly strict?: boolean;
}

export async function run(session: Session, [given]: readonly string[], flags: ValidateFlags): Promise<number> {
  const path = given ?? ladderInUse(session.flags, session.runtime).value;
  if (path === undefined) {
    throw usage(
      'there is no ladder to check',
      'for example: pmroles validate ladder.yaml\nThe ladder that ships with pmroles was checked when it was built.',
    );
  }
  const checked = await session.runtime.checkLadder(path, {
    accessible: session.isPlain,
    quiet: session.flags.quiet ?? false,
  });
  const strict = flags.strict === true;
  await session.answer('validate', checked.ladder && createCatalog(checked.ladder), {
    ...validateView(checked, { path, strict, all: flags.all === true }),
    also: { github: () => renderAnnotations(checked.diagnostics) },
  });
  return passes(checked, strict) ? 0 : 1;
}

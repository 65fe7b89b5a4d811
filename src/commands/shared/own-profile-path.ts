/**
 * Where the user's own profile lies.
 */
import { usage } from '../../core/errors.ts';
import type { Decided } from '../../system/terminal.ts';
import type { Session } from './session.ts';

/** The user's own profile: where it is or, where there is none yet, where it would be. */
export function ownProfile({ flags, runtime }: Session): Decided<string> {
  const { env, settings, profiles } = runtime;
  if (flags.me === '' || flags.me === '-') throw usage('--me names no file', 'for example: --me me.yaml');
  if (flags.me !== undefined) return { value: flags.me, from: '--me' };
  const named = env['PMROLES_ME'] ?? '';
  if (named !== '') return { value: named, from: 'PMROLES_ME' };
  const { me } = settings.read();
  if (me !== undefined) return { value: me, from: 'settings' };
  const here = 'me.yaml';
  const { usual = here } = profiles;
  return { value: profiles.exists(here) ? here : usual, from: 'default' };
}

/**
 * `pmroles plan`: a growth plan, from what is missing on the way to a role.
 */
import { roleOf } from '../core/catalog.ts';
import { usage } from '../core/errors.ts';
import { goalsTo, planEntryFor } from '../core/profile/gaps.ts';
import { isDay } from '../core/profile/day.ts';
import { isProfile, ME } from '../core/profile/name.ts';
import { withPlan } from '../profile/edit.ts';
import { printable } from '../report/printable.ts';
import { citing } from '../views/parts.ts';
import { planView } from '../views/plan.ts';
import { roleCalled } from './shared/ask-roles.ts';
import { changeOwn } from './shared/own-profile.ts';
import { profileCalled } from './shared/profiles.ts';
import type { Session } from './shared/session.ts';
import { type Destination, writeReport } from './shared/write-to.ts';

interface PlanFlags extends Destination {
  readonly write?: boolean;
  readonly by?: string;
  readonly cites?: boolean;
}

export async function run(session: Session, names: readonly string[], flags: PlanFlags): Promise<number> {
  const { by } = flags;
  if (by !== undefined && !isDay(by)) throw usage(`--by ${by} is not a day`, 'for example: --by 2027-03-31');
  const catalog = await session.catalog();
  const { ladder } = catalog;
  const [first] = names;
  const isNamed = first !== undefined && isProfile(ladder, first);
  const shown = await profileCalled(session, catalog, isNamed ? first : ME);
  const { profile } = shown;
  const wanted = (isNamed ? names.slice(1) : names).join(' ');
  const aim = wanted === '' ? profile.aim : (await roleCalled(session, ladder, wanted)).id;
  if (aim === undefined) {
    throw usage(
      'a role to plan for is missing',
      isNamed
        ? `for example: pmroles plan ${first} ${ladder.roles.at(-1)!.id}${session.rerun}`
        : `name one, or set your aim: pmroles me set aim <role>${session.rerun}`,
    );
  }
  const role = roleOf(catalog, aim);
  const goals = goalsTo(catalog, profile, role);
  const { proposed } = goals;
  if (flags.write === true) {
    if (isNamed && first !== ME)
      throw usage('--write is for your own profile', 'without another profile: pmroles plan --write');
    let added = 0;
    if (proposed.length > 0) {
      // As it is now: somebody else may have written meanwhile.
      await changeOwn(session, catalog, (text, now) => {
        const entries = goalsTo(catalog, now, role).proposed.map((gap) => planEntryFor(catalog, gap, by));
        added = entries.length;
        return withPlan(text, entries);
      });
    }
    if (session.flags.quiet !== true) {
      await session.runtime.stderr.write(`${added} added to the plan in ${printable(shown.file)}\n`);
    }
  }
  const options = { ...citing(catalog, flags.cites ?? false), rerun: session.rerun };
  const isFile = (flags.output ?? '-') !== '-';
  const plan = { ...goals, by, today: session.runtime.today(), isFile };
  await writeReport(flags, session, 'plan', catalog, planView(catalog, shown, role, plan, options));
  return 0;
}

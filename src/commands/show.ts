/**
 * `pmroles show`: one role whole.
 */
import { citing } from '../views/parts.ts';
import { showView } from '../views/show.ts';
import { rolesFor } from './shared/ask-roles.ts';
import { type Example, type Register, type Session } from './shared/session.ts';

/** What the command line may ask of a role. */
export interface ShowFlags {
  readonly cites?: boolean;
}

/** What help shows. */
export const SHOW_EXAMPLES: readonly Example[] = [
  { line: 'pmroles show head-of-product', purpose: 'what a Head of Product does' },
  { line: 'pmroles show po --cites', purpose: 'the same for a Product Owner, with cites' },
];

/** Declares the command. */
export const registerShow: Register = (program, perform) => {
  program
    .command('show')
    .argument('[role]', 'id, title or alias of a role; asked for on a terminal')
    .summary('show one role whole')
    .description('Show one role whole: what it answers for, what it needs, what comes before and after.')
    .option('--cites', 'show the cite behind each statement')
    .action((role: string | undefined, flags: ShowFlags) => perform((session) => runShow(role, flags, session)));
};

/**
 * Shows a role.
 *
 * @throws PmrolesError `usage`, `unknown-role`, `ambiguous-role`, `interrupted`
 */
export async function runShow(name: string | undefined, flags: ShowFlags, session: Session): Promise<number> {
  const catalog = await session.catalog();
  const [role] = await rolesFor(session, catalog, [name], ['Which role?'], 'pmroles show head-of-product');
  await session.answer('show', catalog, showView(catalog, role!, citing(catalog, flags.cites ?? false)));
  const { id } = role!;
  await session.tryNext(() => {
    const neighbours = [catalog.next.get(id)?.[0]?.to, catalog.previous.get(id)?.[0]?.from];
    const other = neighbours.find((neighbour) => neighbour !== undefined);
    return other === undefined ? [] : ['compare', id, other];
  });
  return 0;
}

/**
 * `pmroles sources`: what the ladder leans on.
 */
import { citing } from '../views/parts.ts';
import { sourcesView } from '../views/sources.ts';
import type { Example, Register } from './shared/session.ts';

/** What help shows. */
export const SOURCES_EXAMPLES: readonly Example[] = [
  { line: 'pmroles sources', purpose: 'the sources, their facts, and where they differ' },
  { line: 'pmroles sources --format csv', purpose: 'the facts as a table for a spreadsheet' },
];

/** Declares the command. */
export const registerSources: Register = (program, perform) => {
  program
    .command('sources')
    .summary('list the sources, their facts and disagreements')
    .description('List the sources of the ladder, every fact they state, and where they contradict one another.')
    .action(() =>
      perform(async (session) => {
        const catalog = await session.catalog();
        await session.answer('sources', catalog, sourcesView(catalog, citing(catalog, true)));
        return 0;
      }),
    );
};

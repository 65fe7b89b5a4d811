/**
 * `pmroles search`: where some words stand.
 */
import { InvalidArgumentError, Option } from 'commander';
import { PASSAGE_KINDS, type PassageKind } from '../core/search/passages.ts';
import type { Example, Register } from './shared/session.ts';

/** What the command line may ask of a search. */
export interface SearchFlags {
  readonly kind?: readonly PassageKind[];
  readonly limit: number;
}

/** What help shows. */
export const SEARCH_EXAMPLES: readonly Example[] = [
  { line: 'pmroles search roadmap', purpose: 'where the ladder speaks of roadmaps' },
  { line: 'pmroles search product stratgy --kind responsibility', purpose: 'who answers for it, however it is spelt' },
];

/** Declares the command. */
export const registerSearch: Register = (program, perform) => {
  program
    .command('search')
    .argument('<words...>', 'what to look for; spelling, case and order do not matter much')
    .summary('find roles, skills, responsibilities and facts')
    .description('Find roles, skills, responsibilities and facts by their words, the best first.')
    .addOption(
      new Option('--kind <kind>', `only this kind (repeatable): ${PASSAGE_KINDS.join(', ')}`).argParser(parseKind),
    )
    .addOption(new Option('--limit <count>', 'show so many at the most').argParser(parseLimit).default(10))
    .action((words: readonly string[], flags: SearchFlags) =>
      perform(async (session) => {
        const { runSearch } = await import('./search-run.ts');
        return runSearch(words, flags, session);
      }),
    );
};

function parseKind(value: string, known: readonly PassageKind[] | undefined): PassageKind[] {
  const kind = PASSAGE_KINDS.find((entry) => entry === value);
  if (kind === undefined) throw new InvalidArgumentError(`Expected one of ${PASSAGE_KINDS.join(', ')}.`);
  return [...(known ?? []), kind];
}

function parseLimit(value: string): number {
  const limit = Number(value);
  if (/^\d{1,6}$/.test(value) && limit > 0) return limit;
  throw new InvalidArgumentError('Expected a whole number from 1 to 999999.');
}

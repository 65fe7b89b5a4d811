/**
 * `pmroles init`: a ladder to start from.
 */
import { Option } from 'commander';
import type { Example, Register } from './shared/session.ts';

/** The ladders that one can start from, and what each shows. */
export const TEMPLATES = {
  small: 'three roles, with every key explained',
  engineering: 'nine roles on two tracks that part and join, with levels and nested groups of skills',
  craft: 'five roles, each of which adds to the one before',
} as const;

/** The name of a template. */
export type TemplateName = keyof typeof TEMPLATES;

/** What the command line may ask of it. */
export interface InitFlags {
  readonly template?: TemplateName;
  readonly title?: string;
  readonly id?: string;
  readonly force?: boolean;
  readonly stdout?: boolean;
}

/** What help shows. */
export const INIT_EXAMPLES: readonly Example[] = [
  { line: 'pmroles init --title "Our team"', purpose: 'a small ladder of your own, in ladder.yaml' },
  { line: 'pmroles init --template engineering --stdout', purpose: 'look at a larger one, and write nothing' },
];

/** Declares the command. */
export const registerInit: Register = (program, perform) => {
  program
    .command('init')
    .argument('[path]', 'the file to write, ladder.yaml unless it is given; - for standard output')
    .summary('start a ladder of your own')
    .description(
      'Write a ladder to start from: YAML, with comments that explain it. On a terminal, what is not given is asked.',
    )
    .addOption(
      new Option('--template <name>', 'which ladder to start from; small unless it is given').choices(
        Object.keys(TEMPLATES),
      ),
    )
    .option('--title <title>', 'what people call the ladder')
    .option('--id <id>', 'what programs call it; made from the title unless it is given')
    .option('--force', 'replace a file that is there')
    .option('--stdout', 'print the ladder instead of writing a file')
    .action((path: string | undefined, flags: InitFlags) =>
      perform(async (session) => {
        const { runInit } = await import('./init-run.ts');
        return runInit(path, flags, session);
      }),
    );
};

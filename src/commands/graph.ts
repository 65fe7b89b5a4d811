/**
 * `pmroles graph`: the ladder as a picture.
 */
import { FORMATS } from '../report/index.ts';
import { collect, type Example, type Register } from './shared/session.ts';

/** What the command line may ask of the picture. */
export interface GraphFlags {
  readonly role?: string;
  readonly track?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly path?: readonly string[];
  readonly whole?: boolean;
  readonly output?: string;
  readonly force?: boolean;
}

/** The formats of the command: the usual ones, and those that other programs draw. */
export const GRAPH_FORMATS = [...FORMATS, 'mermaid', 'dot', 'svg', 'html'] as const;

/** What help shows. */
export const GRAPH_EXAMPLES: readonly Example[] = [
  { line: 'pmroles graph', purpose: 'every role and every move, the most senior on top' },
  { line: 'pmroles graph --from junior-pm --to cpo', purpose: 'with the best route set off' },
  { line: 'pmroles graph --format svg -o ladder.svg', purpose: 'for a web page or a document' },
];

/** Declares the command. */
export const registerGraph: Register = (program, perform) => {
  program
    .command('graph')
    .summary('draw the ladder')
    .description(
      'Draw the ladder: its roles and the moves between them. Formats: the usual ones, mermaid, dot, svg and html.',
    )
    .option('--role <role>', 'set a role off; of a large ladder, only what is a move away')
    .option('--track <track>', 'only roles on this track (repeatable: one of them)', collect)
    .option('--from <role>', 'set off the best route from this role …')
    .option('--to <role>', '… to this one')
    .option('--path <roles...>', 'the same in one: --path junior-pm cpo')
    .option('--whole', 'with --role or --from: all of a large ladder')
    .option('-o, --output <file>', 'write to this file instead of standard output')
    .option('--force', 'replace the file if it is there')
    .action((flags: GraphFlags) =>
      perform(async (session) => {
        const { runGraph } = await import('./graph-run.ts');
        return runGraph(flags, session);
      }, GRAPH_FORMATS),
    );
};

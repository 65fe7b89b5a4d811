/**
 * What is asked of every ladder whose answers are held whole, and how such an answer is written down.
 */
import { TOPICS } from '../../src/cli/declared/set-up.ts';
import { VERSION } from '../../src/core/version.ts';
import type { Outcome } from './fake-runtime.ts';
import { splitWords } from './shell-words.ts';

/** Names of one ladder, for the command lines that are asked of each. */
export interface Names {
  /** Two roles with a route between them, and none back. */
  readonly low: string;
  readonly top: string;
  /** Roles on the way, and one beside it. */
  readonly mid: string;
  readonly high: string;
  readonly beside: string;
  /** A title of several words, in quotes. */
  readonly title: string;
  /** A name that leads to several roles. */
  readonly several: string;
  readonly skill: string;
  readonly area: string;
  readonly track: string;
  readonly source: string;
  /** A word that the ladder speaks of. */
  readonly word: string;
}

/** One command line, in one format. */
export interface Line {
  /** The file that holds what it leaves behind. */
  readonly file: string;
  readonly argv: readonly string[];
  /** As one types it. */
  readonly line: string;
  /** What somebody types on a terminal; nobody is there when absent. */
  readonly typed?: readonly string[];
}

/** The flag for a format; text is what a pipe gets where none is asked for. */
const FLAG: Readonly<Record<string, string>> = { text: '', json: ' --json' };

function inFormats(formats: readonly string[], ...lines: readonly string[]): Line[] {
  return lines.flatMap((line) =>
    formats.map((format) => {
      const asTyped = `${line}${FLAG[format] ?? ` --format ${format}`}`.trim();
      return { file: `${slug(line)}.${format}.txt`, argv: splitWords(asTyped).map(unquoted), line: asTyped };
    }),
  );
}

/** On a terminal, with somebody who answers. */
function typedAt(line: string, ...typed: readonly string[]): Line {
  return { file: `${slug(line)}.typed.txt`, argv: splitWords(line), line, typed };
}

/** A file name that says what was asked, on every file system. */
function slug(line: string): string {
  if (line === '') return 'nothing';
  // One word of a shell stays one word, so that a title differs from the id made of it.
  const words = splitWords(line).map((word) => (word === "''" ? 'empty' : word.replaceAll(' ', '_')));
  return words
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-');
}

/** The word of a shell that stands for no text at all. */
const unquoted = (word: string): string => (word === "''" ? '' : word);

const BOTH = ['text', 'json'];
const TEXT = ['text'];

/**
 * The command lines whose answers hang on the ladder: every command, with what changes its answer in kind.
 *
 * @param names names that the ladder knows
 */
export function linesFor(names: Names): Line[] {
  const { low, mid, high, top, beside, title, several, skill, area, track, source, word } = names;
  return [
    ...inFormats(
      BOTH,
      'list',
      `list --skill ${skill} --track ${track}`,
      `show ${low}`,
      `show ${high}`,
      `compare ${low} ${mid} ${high} --only changed`,
      `compare ${low} ${mid} ${high} --only common`,
      `compare ${mid} ${beside} --only unique`,
      `compare ${mid} ${beside} ${high} ${top} --full --cites`,
      `path ${low} ${mid}`,
      `path ${mid} ${high} --all 2 --cites`,
      `path ${top} ${low}`,
      `path ${mid} ${mid}`,
      `graph --from ${low} --to ${high}`,
      `graph --role ${mid}`,
      `graph --track ${track}`,
      `explore ${high}`,
      'quiz',
      `quiz --answers ${mid},4,3,3,1,4,2,5`,
      'quiz --answers 0,2,5,5,4,4,1,1,2,1,1,3,5,2,4 --full',
      'quiz --answers -,x',
      'quiz --list',
      'skills',
      `skills --matrix --track ${track}`,
      `skills ${skill}`,
      `search ${word}`,
      `search ${word} --kind responsibility --kind skill --limit 3`,
      'search zebra',
      `why ${high}`,
      `why ${high} ${skill}`,
      `why ${high} ${area}`,
      `why ${low} zebra`,
      'sources',
      'init our.yaml',
      'validate ladder.yaml',
      'validate broken.yaml --all',
      'validate ladder.yaml --strict',
      'import ladder.csv --dry-run',
      'me',
      `compare me ${high}`,
      'compare me @manager.yaml',
      `path me ${top}`,
      'fit',
      'plan',
      'config',
      'version',
      // What cannot be answered.
      'show',
      'show nobody',
      `show ${high.slice(0, -1)}`,
      `show ${several}`,
      `show ${title} --exact`,
      `show ${high} --nonsense`,
      `compare ${low}`,
      `path ${low} nobody`,
      'skills nothing',
      'list --track nowhere',
    ),
    ...inFormats([...BOTH, 'svg'], `compare ${high} ${top}`),
    ...inFormats([...BOTH, 'mermaid', 'dot', 'svg'], 'graph'),
    ...inFormats(['mermaid'], `graph --path ${low} ${high}`),
    ...inFormats([...BOTH, 'github'], 'validate broken.yaml'),
    // Both are documents, and come as such.
    ...inFormats(['markdown', 'json'], `advert ${high}`, `interview ${high}`),
    // The page holds its whole program.
    ...inFormats(['yaml', 'json', 'csv', 'markdown'], 'export'),
    // Of these the JSON is long, and says nothing that is not in the JSON of others.
    ...inFormats(
      TEXT,
      'list --cites --sort skills',
      `list --area ${area} --sort title`,
      'list --sort responsibilities',
      `show ${high} --cites`,
      `show ${title}`,
      `show ${top} --cites`,
      `path ${low} ${high}`,
      `path ${low} ${high} --all 3 --cites`,
      `path ${mid} ${high} --full`,
      `path ${low} ${high} --via ${mid} --fewest`,
      `path ${low} ${high} --avoid ${beside}`,
      `path ${low} ${high} --kind promotion`,
      `path ${low} ${high} --source ${source}`,
      `skills ${skill} --cites`,
      'skills --matrix',
      'list --ascii',
      'list --width 50',
      `show ${high} --color always`,
      'graph --accessible',
      'diff ladder.yaml ladder.yaml',
      "complete -- show ''",
      `complete -- skills ${skill.slice(0, 2)}`,
      'completion bash',
    ),
    typedAt(`explore ${low}`, '1', '2', 'back', 'quit'),
    typedAt('quiz', ...Array.from({ length: 60 }, (_, index) => String(1 + ((index * 3) % 5)))),
    typedAt('compare', low, high, ''),
  ];
}

/**
 * The command lines that have nothing to do with the ladder, or for which one ladder will do.
 *
 * @param commands the names of all commands
 */
export function linesForAny(commands: readonly string[]): Line[] {
  return [
    ...inFormats(['json'], 'schema'),
    ...inFormats([...BOTH, 'markdown', 'csv'], 'diff old.yaml new.yaml'),
    ...inFormats(
      TEXT,
      '',
      '--help',
      ...[...TOPICS, ...commands].map((topic) => `help ${topic}`),
      'help nonsense',
      'list --help',
      'import skills.csv',
      'init --stdout',
      'init - --template craft --id our --title "Our team"',
      'completion zsh',
      'completion fish',
      'completion powershell',
      "complete -- ''",
      'complete -- compare --on',
    ),
    ...inFormats(
      BOTH,
      'nonsense',
      'lits',
      '--nonsense',
      'list --format xml',
      'list --width narrow',
      'list --sort colour',
      'list too many words',
      'init our.yaml --template nonsense',
      'validate nowhere.yaml',
      'import skills.csv --dry-run',
      'config set width 100',
      'config set colour never',
      'config unset width',
      'completion tcsh',
      'graph -o ladder.mmd',
    ),
  ];
}

/**
 * Everything that a command line left behind, to be read from top to bottom.
 *
 * @param line the command line
 * @param outcome what came of it
 * @param saved the files that it wrote
 */
export function transcript(line: string, outcome: Outcome, saved: ReadonlyMap<string, string>): string {
  const { code, stdout, stderr, asked, offered } = outcome;
  const part = (name: string, text: string): string => {
    if (text === '') return '';
    return `--- ${name}\n${text}${text.endsWith('\n') ? '' : '\n(no line end)\n'}`;
  };
  const block = (lines: readonly string[]): string => lines.map((entry) => `${entry}\n`).join('');
  return [
    `$ pmroles ${line}`.trim() + `\nexit ${code}\n`,
    part('stdout', stdout),
    part('stderr', stderr),
    part('asked', block(asked)),
    part('offered', block(offered.map((answers) => answers.join(' | ')))),
    ...[...saved].map(([path, text]) => part(path, text)),
  ].join('');
}

/**
 * Takes out of a transcript what hangs on the machine and the release.
 *
 * @param text the transcript
 */
export function steady(text: string): string {
  const node = process.versions.node;
  return (
    text
      // The last digits of a probability are those of the machine's logarithm.
      .replaceAll(/\d+\.\d{11,}(?:e-\d+)?/g, (digits) => String(Number(Number(digits).toPrecision(9))))
      .replaceAll(`pmroles ${VERSION}`, 'pmroles <version>')
      .replaceAll(`"program": "${VERSION}"`, '"program": "<version>"')
      .replaceAll(`Node ${node}`, 'Node <version>')
      .replaceAll(`"node": "${node}"`, '"node": "<version>"')
  );
}

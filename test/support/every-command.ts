/**
 * A command line or two for every command, and a world in which all of them have an answer.
 */
import type { Ladder } from '../../src/core/model.ts';
import { type Outcome, runIn, type World } from './fake-runtime.ts';
import { PLAIN_YAML } from './ladders.ts';
import { MANAGER_YAML, ME_YAML, OWN_PROFILE } from './profiles.ts';

const TABLE = 'Role,Skill,Level,Expectation\nPM,SQL,1,Reads.\nPM,Go,n/a,\nCPO,SQL,2,Writes.\nCPO,Foo,-,\n';

/** A ladder with an error and a warning. */
export const BROKEN_YAML = PLAIN_YAML.replace('rank: 1', 'rank: first');

/** A ladder, and what its next version changes. */
const OLD_YAML = PLAIN_YAML.replace('title: Bakery', 'title: Bakery\nversion: 1.0.0');
const NEW_YAML = PLAIN_YAML.replace('title: Bakery', 'title: Bakery\nversion: 1.1.0')
  .replaceAll('selling', 'serving')
  .replace('Selling }', 'Serving, replaces: [selling] }')
  .replace('Bake the bread.', 'Bake the bread by hand.');

/** What can be asked of a command. */
export interface Asked {
  readonly name: string;
  readonly argv: readonly string[];
  /** The formats that it answers in; the usual four when absent. */
  readonly formats?: readonly string[];
  /** True where what it writes is a file's content, to be taken as it is and fitted to no terminal. */
  readonly isFile?: boolean;
  /** The exit code of the answer, 0 when absent. */
  readonly code?: number;
  /** What somebody types. */
  readonly typed?: readonly string[];
}

const asked = (line: string, more: Omit<Asked, 'name' | 'argv'> = {}): Asked => {
  const argv = line.split(' ');
  return { name: argv[0]!, argv, ...more };
};

/** Every command, with what makes its answers differ in kind. */
export const ASKED: readonly Asked[] = [
  asked('list'),
  asked('list --cites --sort skills'),
  asked('show cpo'),
  asked('show po --cites'),
  asked('compare head-of-product cpo'),
  asked('compare pm po senior-pm cpo --full --cites'),
  asked('path junior-pm cpo'),
  asked('path junior-pm cpo --all --cites'),
  asked('path cpo junior-pm', { code: 1 }),
  asked('graph', { formats: ['text', 'json', 'markdown', 'csv', 'mermaid', 'dot', 'svg'] }),
  asked('graph --from junior-pm --to cpo'),
  asked('explore cpo', { formats: ['text'], typed: ['quit'] }),
  asked('quiz --answers pm,4,4,1,5,2,5'),
  asked('quiz --list'),
  asked('skills'),
  asked('skills --matrix'),
  asked('skills marketing --cites'),
  asked('search roadmap'),
  asked('search zebra', { code: 1 }),
  asked('why cpo'),
  asked('sources'),
  asked('advert cpo', { formats: ['markdown', 'text', 'json', 'csv'], isFile: true }),
  asked('interview cpo', { formats: ['markdown', 'text', 'json', 'csv'], isFile: true }),
  asked('init our.yaml'),
  asked('validate ladder.yaml'),
  asked('validate broken.yaml', { code: 1 }),
  asked('diff old.yaml new.yaml'),
  asked('schema', { formats: ['json'], isFile: true }),
  asked('export', { formats: ['yaml', 'json', 'csv', 'html', 'markdown'], isFile: true }),
  asked('open', { formats: ['text'], isFile: true }),
  asked('import skills.csv --dry-run'),
  asked('me'),
  asked('me set marketing partly'),
  asked('compare me cpo --full --evidence'),
  asked('compare me @manager.yaml'),
  asked('path me cpo'),
  asked('fit'),
  asked('plan'),
  asked('config'),
  asked('version'),
  asked('completion bash', { formats: ['text'], isFile: true }),
];

/** What the commands find. */
export const WORLD: World = {
  files: {
    'skills.csv': TABLE,
    'ladder.yaml': PLAIN_YAML,
    'broken.yaml': BROKEN_YAML,
    [OWN_PROFILE]: ME_YAML,
    'manager.yaml': MANAGER_YAML,
    'old.yaml': OLD_YAML,
    'new.yaml': NEW_YAML,
  },
};

/**
 * Runs a command line in that world, with nothing left over from another one.
 *
 * @param argv the arguments
 * @param world what is different
 */
export function ask(argv: readonly string[], world: World & { readonly ladder?: Ladder } = {}): Promise<Outcome> {
  return runIn(argv, { ...WORLD, saved: new Map<string, string>(), ...world });
}

/**
 * Spoils a text the way people, editors, mail programs and attackers do.
 */
import { integer, pick, type Rng } from './rng.ts';

/** Tokens that mean something to YAML, to JSON, to a terminal, or to JavaScript. */
const TOKENS = [
  ': ',
  '- ',
  '? ',
  '# ',
  '| ',
  '>- ',
  '&a ',
  '*a ',
  '<<: *a',
  '!!str ',
  '!!binary ',
  '!!js/function ',
  '%YAML 1.1\n---\n',
  '---\n',
  '...\n',
  '[',
  ']',
  '{',
  '}',
  ',',
  '"',
  "'",
  '\\',
  '\\x1b',
  '\t',
  '\r',
  '\r\n',
  '\n',
  '\n\n',
  ' ',
  '  ',
  '\u0000',
  '\u0007',
  '\u001b[2J',
  '\u001b]52;c;eA==\u0007',
  '\u009b1m',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\ud800',
  '\udfff',
  'e\u0301\u0301\u0301\u0301\u0301\u0301',
  '😀',
  '日本語',
  '\u{e0041}',
  'null',
  '~',
  'true',
  'no',
  '012',
  '0x1f',
  '1e999',
  '-0',
  '.nan',
  '.inf',
  '9007199254740993',
  '2001-01-01',
  '12:30:45',
  '__proto__: { polluted: true }',
  'constructor: ',
  'toString',
  'hasOwnProperty',
  '=cmd()',
  '$(id)',
  '`id`',
  '<script>',
  '../../etc/passwd',
  '',
] as const;

/**
 * Spoils a text in one to four places.
 *
 * @param text the text
 * @param rng where chance comes from
 * @returns another text, or by chance the same
 */
export function mutate(text: string, rng: Rng): string {
  let spoiled = text;
  for (let times = pick(rng, [1, 1, 1, 2, 4]); times > 0; times--) spoiled = pick(rng, MUTATIONS)(spoiled, rng);
  return spoiled;
}

type Mutation = (text: string, rng: Rng) => string;

const place = (text: string, rng: Rng): number => integer(rng, 0, text.length);

/** Changes the lines of a text. */
const onLines =
  (change: (lines: string[], rng: Rng) => void): Mutation =>
  (text, rng) => {
    const lines = text.split('\n');
    change(lines, rng);
    return lines.join('\n');
  };

const line = (lines: readonly string[], rng: Rng): number => integer(rng, 0, lines.length - 1);

const MUTATIONS: readonly Mutation[] = [
  // Something put behind a text, which is a text all the same, mostly.
  onLines((lines, rng) => {
    const at = line(lines, rng);
    lines[at] = lines[at]!.replace(/(: [A-Z][^'"{[]*)$/, `$1 ${pick(rng, TOKENS)}`);
  }),
  // A token put in, or put in the place of a few characters.
  (text, rng) => {
    const at = place(text, rng);
    return text.slice(0, at) + pick(rng, TOKENS) + text.slice(at + integer(rng, 0, 3));
  },
  // A value replaced.
  onLines((lines, rng) => {
    const at = line(lines, rng);
    lines[at] = lines[at]!.replace(/: .*$/, `: ${pick(rng, TOKENS)}`);
  }),
  // Text lost, from the middle or from the end.
  (text, rng) => {
    const at = place(text, rng);
    return text.slice(0, at) + text.slice(at + integer(rng, 1, 40));
  },
  (text, rng) => (rng() < 0.2 ? text.slice(0, place(text, rng)) : text),
  // A line lost, doubled, moved, or set in or out.
  onLines((lines, rng) => lines.splice(line(lines, rng), 1)),
  onLines((lines, rng) => {
    const at = line(lines, rng);
    lines.splice(at, 0, lines[at]!);
  }),
  onLines((lines, rng) => {
    const [moved] = lines.splice(line(lines, rng), 1);
    lines.splice(line(lines, rng), 0, moved ?? '');
  }),
  onLines((lines, rng) => {
    const at = line(lines, rng);
    lines[at] = rng() < 0.5 ? `  ${lines[at]!}` : lines[at]!.replace(/^ {1,2}/, '');
  }),
  // A word of the text put in another's place, so that ids meet what they do not fit.
  (text, rng) => {
    const words = text.match(/[\w-]+/g) ?? [''];
    const [from, to] = [pick(rng, words), pick(rng, words)];
    return text.replace(new RegExp(`\\b${from}\\b`), to);
  },
  // Much of something.
  (text, rng) => {
    const at = place(text, rng);
    return text.slice(0, at) + pick(rng, TOKENS).repeat(integer(rng, 2, 200)) + text.slice(at);
  },
  // Another encoding of line ends.
  (text, rng) => (rng() < 0.3 ? text.replaceAll('\n', pick(rng, ['\r\n', '\r', '\u0085', '\u2028'])) : text),
];

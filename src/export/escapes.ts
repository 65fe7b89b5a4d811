/**
 * What must not stand raw in a file that is written: what a terminal would act on, what reorders or hides text, and what our own
 * reader refuses.
 */
import { bracketsIn } from '../ladder/yaml.ts';
import { UNSAFE } from '../report/printable.ts';

/** The same as on a terminal, but for line feed and tab; and what our own reader refuses. */
const RAW = new RegExp(`[\\0-\\x08\\x0b-\\x1f${UNSAFE}\\ufffe\\uffff]|\\p{Cs}`, 'u');

const EACH_RAW = new RegExp(RAW, 'gu');

/** The reader counts brackets before it parses, those in texts too; a text that nests them deeper has them escaped. */
const DEEPEST_BRACKETS = 32;

/** Tells whether a text can stand in a file only with escapes. */
export function needsEscapes(text: string): boolean {
  return RAW.test(text) || bracketsGoAstray(text);
}

/** Tells whether a file of several lines holds what must not be written raw. */
export function holdsUnsafe(source: string): boolean {
  return RAW.test(source.replaceAll('\r\n', '\n'));
}

/**
 * Escapes the unsafe characters of a piece of JSON or YAML, which must stand between double quotes (or in a comment).
 */
export function escapeUnsafe(source: string, wide: 'pair' | 'long'): string {
  return source.replace(EACH_RAW, (character) => {
    const code = character.codePointAt(0)!;
    if (code <= 0xffff) return hex(code);
    if (wide === 'long') return `\\U${code.toString(16).padStart(8, '0')}`;
    return hex(character.charCodeAt(0)) + hex(character.charCodeAt(1));
  });
}

/**
 * Escapes the opening brackets of a quoted text whose brackets go astray, so that such texts never add up to what looks like deep
 * nesting.
 */
export function escapeBrackets(quoted: string): string {
  return bracketsGoAstray(quoted) ? quoted.replace(/[[{]/g, (bracket) => hex(bracket.charCodeAt(0))) : quoted;
}

function hex(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Whether brackets are left open at the end, or nest deeply on the way. */
function bracketsGoAstray(text: string): boolean {
  const { passed, open } = bracketsIn(text, DEEPEST_BRACKETS);
  return passed !== undefined || open > 0;
}

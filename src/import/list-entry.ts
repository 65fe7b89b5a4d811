/**
 * Entries of a list of skills: a name, and often what the role needs of it behind the name.
 */
import { quote } from '../core/names.ts';
import type { Need } from './draft-ladder.ts';
import type { ImportNotes } from './import-notes.ts';
import { importanceOf, meaningOf } from './meaning.ts';
import { nameKey } from './name-key.ts';
import { isShortWording } from './scale.ts';

/** A skill of a list. */
export interface ListEntry {
  readonly name: string;
  readonly need: Need;
}

/** An entry cut in two: `SQL (basic, must)`, `SQL: basic`, `SQL - basic`. */
interface Cut {
  readonly name: string;
  readonly words: readonly string[];
}

const CUTS = [/^(.*\S)\s*[([]([^()[\]]+)[)\]]$/, /^(.*[^\s:])\s*:\s*(\S.*)$/, /^(.*\S)\s+[-–—]\s+(\S.*)$/];

/**
 * Decides once for a whole table which words behind a skill are levels: those of a known scale, and those that recur behind
 * skills in a table where such words change from role to role, or hardly ever miss.
 */
export function entryReader(
  entries: readonly string[],
  isLevel: (word: string) => boolean,
  notes: ImportNotes,
): (entry: string) => ListEntry {
  const skillsOf = new Map<string, Set<string>>();
  const wordsOf = new Map<string, Set<string>>();
  let withWords = 0;
  for (const entry of entries) {
    const cut = cutOf(entry);
    if (!cut) continue;
    withWords++;
    for (const word of cut.words) {
      if (importanceOf(word) || meaningOf(word) !== 'words') continue;
      put(skillsOf, nameKey(word), nameKey(cut.name));
      put(wordsOf, nameKey(cut.name), nameKey(word));
    }
  }
  const recurs = (word: string): boolean => {
    const skills = [...(skillsOf.get(nameKey(word)) ?? [])];
    return (
      skills.length > 1 && (withWords >= 0.8 * entries.length || skills.some((skill) => wordsOf.get(skill)!.size > 1))
    );
  };
  const levels = (word: string): boolean => isShortWording(word) && (isLevel(word) || recurs(word));

  return (entry) => {
    const cut = cutOf(entry);
    if (!cut) return { name: entry, need: {} };
    let need: Need | undefined = {};
    for (const word of cut.words) need = need && withWord(need, word, levels);
    if (need) {
      notes.guessedOnce(
        'behind',
        `What stands behind a skill is read as its level or importance, as in ${quote(entry)}.`,
      );
      return { name: cut.name, need };
    }
    if (/[)\]]$/.test(entry)) {
      const why = 'it is no level that is known, and does not recur; --levels states the levels';
      notes.guessedOnce(
        'bracket',
        `What stands in brackets belongs to the name of the skill, as in ${quote(entry)}: ${why}.`,
      );
    }
    return { name: entry, need: {} };
  };
}

function cutOf(entry: string): Cut | undefined {
  for (const pattern of CUTS) {
    const [, name, behind] = pattern.exec(entry) ?? [];
    if (name === undefined) continue;
    const whole = meaningOf(behind!) === 'not applicable';
    return { name, words: whole ? [behind!] : behind!.split(/[,;/|]/).map((word) => word.trim()) };
  }
  return undefined;
}

/** A need with what one more word says; undefined where that is nothing, or said already. */
function withWord(need: Need, word: string, isLevel: (word: string) => boolean): Need | undefined {
  const isEmpty = Object.keys(need).length === 0;
  if (meaningOf(word) === 'not applicable') return isEmpty ? { notApplicable: true } : undefined;
  if (meaningOf(word) !== 'words' || need.notApplicable === true) return undefined;
  if (isLevel(word)) return need.level === undefined ? { ...need, level: word } : undefined;
  const importance = importanceOf(word);
  return importance && need.importance === undefined ? { ...need, importance } : undefined;
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}

/**
 * The words that tables are told by, from `data/import-words.json`: `sure` leaves no doubt what a column holds, `maybe` also means
 * other things, so that the cells must agree; of two levels, the lower is known where one scale has both.
 */
import words from '../../data/import-words.json' with { type: 'json' };

export const { headers: HEADERS, importance: IMPORTANCE_WORDS, degrees: DEGREES, moveKinds: MOVE_KINDS } = words;
export const SCALES = words.scales.map((scale) => scale.split(' '));
export const SENIORITY = wordsIn(words.seniority);
export const TITLE_WORDS = new Set([...SENIORITY, ...wordsIn(words.roleWords)]);
export const OF_THE_SHEET = new Set(wordsIn(words.ofTheSheet));
/** Words that are counted up, and are no roles: `Week 1`, `Level 2`. */
export const NOT_ROLES = new Set(wordsIn(words.notRoles));
export const PLURALS = new Set(wordsIn(words.plurals));
export const TOTALS = new Set(wordsIn(words.totals));
export const COUNTED = new Set(wordsIn(words.counted));
export const NOT_APPLICABLE = new Set(wordsIn(words.cells.notApplicable));
export const YES = new Set(wordsIn(words.cells.yes));
export const NO = new Set(wordsIn(words.cells.no));

/** The words of some lines. */
export function wordsIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(' '));
}

/** What is written where nothing is known yet: `N/D`, `TBD`, `k. A.`; the letters alone may be a name. */
export const NOT_KNOWN =
  /^(?:n\s?\/\s?[dc]\.?|n\.\s?[dc]\.|k\.\s?a\.|t\.?b\.?[dca]\.?|to be (?:defined|decided|confirmed)|por definir|a definir|da definire|à définir|noch offen|nog te bepalen)$/iu;

/** How notes below a table begin, without marks on letters; `Source control` is a skill. */
export const FOOTNOTE =
  /^(?:[*†‡©]|(?:sources?|quellen?|fuentes?|fontes?|fonti?|bron(?:nen)?|notes?|notas?|nb|n\.b\.|anmerkung(?:en)?|hinweise?|remarques?|opmerking(?:en)?|legend[ae]?|legende|key|scale|skala|stand|as of|version)(?:\s*[:–—]|\s+\d|$)|(?:last )?updated\b|zuletzt (?:aktualisiert|geandert)|derniere mise a jour|ultima actualizacion|ultimo aggiornamento|laatst (?:bijgewerkt|gewijzigd))/iu;

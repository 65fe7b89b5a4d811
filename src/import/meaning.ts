/**
 * What the cells of a skill say: an importance, a tick, that the skill does not apply, or something in words.
 */
import type { Importance } from '../core/model.ts';
import { plainKey } from './name-key.ts';
import { LONGEST_LEVEL } from './scale.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const IMPORTANCE_WORDS: readonly (readonly [Importance, ReadonlySet<string>])[] = [
  [
    'essential',
    words(
      'essential must musthave required mandatory critical crucial core key muss pflicht erforderlich zwingend ' +
        'obligatoire requis indispensable obligatorio imprescindible essenziale obbligatorio essencial obrigatorio verplicht vereist',
    ),
  ],
  [
    'useful',
    words(
      'useful should shouldhave preferred desirable desired important recommended soll wichtig wunschenswert ' +
        'wuenschenswert souhaite recommande deseable recomendado desejavel desiderabile consigliato gewenst',
    ),
  ],
  [
    'optional',
    words('optional could couldhave nicetohave bonus plus kann optionnel facultatif opcional opzionale optioneel'),
  ],
];

/** What is an importance in a column of importance, and elsewhere a level. */
const DEGREES: readonly (readonly [Importance, ReadonlySet<string>])[] = [
  ['essential', words('high veryhigh highest hoch sehrhoch eleve haute alto alta hoog')],
  ['useful', words('medium mid moderate mittel moyen moyenne medio media gemiddeld')],
  ['optional', words('low verylow lowest niedrig gering faible basse bajo baja baixo baixa basso bassa laag')],
];

const NOT_APPLICABLE = words(
  'na notapplicable nonapplicable notrequired notneeded notrelevant entfallt entfaellt nichtanwendbar sansobjet noaplica ' +
    'naoseaplica nonapplicabile nvt',
);
/** What is written where nothing is known yet: `N/D`, `TBD`, `k. A.`; the letters alone may be a name. */
const NOT_KNOWN =
  /^(?:n\s?\/\s?[dc]\.?|n\.\s?[dc]\.|k\.\s?a\.|t\.?b\.?[dca]\.?|to be (?:defined|decided|confirmed)|por definir|a definir|da definire|à définir|noch offen|nog te bepalen)$/iu;
const TICKS = words('x yes y true ja oui si sim');
const CROSSES = words('no n false nein non nao nee');

/** What a cell says. */
export type CellMeaning = 'nothing' | 'dash' | 'not applicable' | 'yes' | 'no' | 'words';

/** Tells what sort of thing a cell says. */
export function meaningOf(cell: string): CellMeaning {
  const trimmed = cell.trim();
  if (trimmed === '') return 'nothing';
  if (trimmed.length > LONGEST_LEVEL) return 'words';
  if (/^[-–—−.…?_/\\]+$/.test(trimmed)) return 'dash';
  if (/^[✓✔☑✅●•■xX×*]$/u.test(trimmed)) return 'yes';
  if (/^[✗✘☐❌○]$/u.test(trimmed)) return 'no';
  if (NOT_KNOWN.test(trimmed)) return 'dash';
  const key = plainKey(trimmed);
  if (NOT_APPLICABLE.has(key)) return 'not applicable';
  if (TICKS.has(key)) return 'yes';
  return CROSSES.has(key) ? 'no' : 'words';
}

/** Reads an importance. */
export function importanceOf(cell: string): Importance | undefined {
  return among(IMPORTANCE_WORDS, cell);
}

/** Reads high, medium and low, which are an importance where nothing else is spoken of. */
export function degreeOf(cell: string): Importance | undefined {
  return among(DEGREES, cell);
}

function among(table: typeof DEGREES, cell: string): Importance | undefined {
  if (cell.length > LONGEST_LEVEL) return undefined;
  const key = plainKey(cell);
  return table.find(([, known]) => known.has(key))?.[0];
}

/**
 * What each move of a route takes.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Move } from '../core/routes/routes.ts';
import type { ExpectedRequirement } from '../core/expectations.ts';
import { groupBy } from '../core/group-by.ts';
import type { Change, LevelChange, StepChange } from '../core/routes/steps.ts';
import {
  type Block,
  bullets,
  heading,
  type Inline,
  item,
  type Item,
  join,
  type Line,
  list,
  muted,
  paragraph,
  strong,
} from '../report/report.ts';
import {
  aside,
  citeNote,
  count,
  given,
  groundNote,
  joinWords,
  levelMeaning,
  levelTitle,
  moveNote,
  roleLink,
  skillLine,
  skillName,
  statementLine,
  titleOf,
  trackTitle,
  type ViewOptions,
} from './parts.ts';

export interface PathOptions extends ViewOptions {
  /** True to show every route in full, not only the best one. */
  readonly all: boolean;
  /** True to name what carries over and what is left at each step; else they are counted. */
  readonly full: boolean;
  /** What a command line must end in to speak of the same ladder; nothing when absent. */
  readonly rerun?: string;
}

/** Says what one move takes: what is new, carries over, rises, falls, and is left. */
export function stepBlocks(
  catalog: Catalog,
  move: Move,
  step: StepChange,
  index: number,
  options: PathOptions,
): Block[] {
  const [from, to] = [move.from, move.to].map((id) => trackTitle(catalog, id) ?? 'no track');
  // The kinds of moves are the ladder's; where a move leads out of a track, it says so whatever its kind.
  const leaves = from === to ? '' : ` · ${from} → ${to}`;
  const cites = [...new Set(move.progressions.flatMap((progression) => progression.cites))];
  const { skills, responsibilities } = step;
  const ruledOut = skills.ruledOut.map((entry) => [skillName(catalog, entry.skill), ...citeNote(entry, options)]);
  return [
    heading(2, `${index + 1}. `, roleLink(catalog, move.from), ' → ', roleLink(catalog, move.to)),
    paragraph(
      muted(`${moveNote(catalog, move.progressions)}${leaves}`),
      ...citeNote({ cites }, options),
      muted(` · step size ${step.size}`),
    ),
    ...bullets(move.progressions.flatMap(({ note }) => given(note, (text) => [muted(text)]))),
    ...list([
      ...responsibilities.gained.map((entry) => item('+', statementLine(catalog, entry, options), 'added')),
      ...joined('+', 'New skills', skillLines(catalog, skills.gained, options)),
      ...levelItems(catalog, '↑', skills.raised, options),
      ...keptItems(catalog, step, options),
      ...levelItems(catalog, '↓', skills.lowered, options),
      ...leftItems(catalog, step, options),
      // More than no longer being named: the new role says that it does not need them.
      ...joined('-', 'No longer applicable', ruledOut),
      ...silentItems(catalog, move, step),
    ]),
  ];
}

const STYLES = { '+': 'added', '-': 'removed', '=': 'muted', '↑': 'changed', '↓': 'changed' } as const;

/** Many things in one item; nothing where there is none. */
function joined(mark: keyof typeof STYLES, label: string, lines: readonly Line[], separator = ', '): Item[] {
  return lines.length === 0 ? [] : [item(mark, [strong(`${label}: `), ...join(lines, separator)], STYLES[mark])];
}

function skillLines(catalog: Catalog, requirements: readonly ExpectedRequirement[], options: PathOptions): Line[] {
  return requirements.map((requirement) => skillLine(catalog, requirement, options));
}

function levelItems(catalog: Catalog, mark: '↑' | '↓', changes: readonly LevelChange[], options: PathOptions): Item[] {
  const levels = ({ from, to }: LevelChange): string =>
    `${levelTitle(catalog, from.level)} ${mark === '↑' ? 'up' : 'down'} to ${levelTitle(catalog, to.level)}`;
  if (!options.full) {
    // The skills that move between the same two levels stand in one line.
    return [...groupBy(changes, levels)].flatMap(([label, members]) => {
      const names = members.map(({ skill }) => skillName(catalog, skill));
      return joined(mark, `From ${label}`, [[names.join(', ')]]);
    });
  }
  return changes.map((change) => {
    const start = `${skillName(catalog, change.skill)}: from ${levels(change)}`;
    const meaning = aside(levelMeaning(catalog, change.to));
    return item(mark, [start, ...meaning, ...groundNote(catalog, change.to, options)], STYLES[mark]);
  });
}

function keptItems(catalog: Catalog, { skills, responsibilities }: StepChange, options: PathOptions): Item[] {
  if (!options.full) return countItem('=', 'Carries over', responsibilities.kept.length, skills.kept.length);
  const before = (text: string): Inline => muted(` (before: ${text})`);
  const keptResponsibilities = responsibilities.kept.map((entry): Line => [
    withoutStop(entry.text),
    ...groundNote(catalog, entry, options),
    // The same responsibility in other words is only as much the same as this ladder judges it to be.
    ...(entry.before.text === entry.text ? [] : [before(withoutStop(entry.before.text))]),
  ]);
  const keptSkills = skills.kept.map((entry): Line => {
    const { importance } = entry.before;
    const changed = importance !== undefined && entry.importance !== undefined && importance !== entry.importance;
    return [...skillLine(catalog, entry, options), ...(changed ? [before(importance)] : [])];
  });
  return [
    ...joined('=', 'Carries over', keptResponsibilities, '; '),
    ...joined('=', 'Skills that carry over', keptSkills),
  ];
}

function leftItems(catalog: Catalog, { skills, responsibilities }: StepChange, options: PathOptions): Item[] {
  if (!options.full) return countItem('-', 'No longer named', responsibilities.left.length, skills.left.length);
  const left = responsibilities.left.map((entry): Line => [withoutStop(entry.text), ...citeNote(entry, options)]);
  return [
    ...joined('-', 'No longer named', left, '; '),
    ...joined('-', 'Skills no longer named', skillLines(catalog, skills.left, options)),
  ];
}

function countItem(mark: '=' | '-', label: string, responsibilities: number, skills: number): Item[] {
  const counts = [
    ...(responsibilities === 0 ? [] : [count(responsibilities, 'responsibility', 'responsibilities')]),
    ...(skills === 0 ? [] : [count(skills, 'skill')]),
  ];
  return joined(mark, label, counts.length === 0 ? [] : [[joinWords(counts)]]);
}

/** Says what cannot be said, and what the step was measured against instead. */
function silentItems(catalog: Catalog, move: Move, { skills, responsibilities }: StepChange): Item[] {
  const notes: string[] = [];
  const to = titleOf(catalog, move.to);
  const explain = (change: Change<unknown>, what: string): void => {
    if (change.silent) notes.push(`No ${what} are stated for ${to}, so what it takes is not known.`);
    else if (change.comparedWith === undefined) {
      notes.push(`No ${what} are stated for ${titleOf(catalog, move.from)}, so all of these count as new.`);
    } else if (change.comparedWith !== move.from) {
      const other = titleOf(catalog, change.comparedWith);
      notes.push(`No ${what} are stated for ${titleOf(catalog, move.from)}; measured against ${other} instead.`);
    }
  };
  explain(responsibilities, 'responsibilities');
  explain(skills, 'skills');
  return notes.map((note) => item('?', [muted(note)], 'changed'));
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

/**
 * What each move of a route takes.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Move } from '../core/routes/routes.ts';
import type { Change, LevelChange, StepChange } from '../core/routes/steps.ts';
import { type Block, heading, item, type Item, join, type Line, list, paragraph, styled } from '../report/report.ts';
import {
  citeNote,
  count,
  joinWords,
  levelMeaning,
  levelTitle,
  moveNote,
  originNote,
  roleLink,
  skillLine,
  skillName,
  titleOf,
  trackTitle,
  type ViewOptions,
} from './parts.ts';

/** How the path view shows its routes. */
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
  const tracks = [move.from, move.to].map((id) => trackTitle(catalog, id));
  const parts = [
    moveNote(catalog, move.progressions),
    // The kinds of moves are the ladder's; where a move leads out of a track, it says so whatever its kind.
    ...(tracks[0] === tracks[1] ? [] : [`${tracks[0] ?? 'no track'} → ${tracks[1] ?? 'no track'}`]),
  ];
  const cites = [...new Set(move.progressions.flatMap((edge) => edge.cites))];
  const { skills, responsibilities } = step;
  return [
    heading(2, `${index + 1}. `, roleLink(catalog, move.from), ' → ', roleLink(catalog, move.to)),
    paragraph(
      styled('muted', parts.join(' · ')),
      ...citeNote({ cites }, options),
      styled('muted', ` · step size ${step.size}`),
    ),
    ...list(move.progressions.flatMap(({ note }) => (note === undefined ? [] : [item('•', [styled('muted', note)])]))),
    ...list([
      ...responsibilities.gained.map((entry) =>
        item('+', [entry.text, ...citeNote(entry, options), ...originNote(catalog, entry.origin, options)], 'added'),
      ),
      ...skillItem(catalog, '+', 'New skills', skills.gained, options),
      ...levelItems(catalog, '↑', skills.raised, options),
      ...keptItems(catalog, step, options),
      ...levelItems(catalog, '↓', skills.lowered, options),
      ...leftItems(catalog, step, options),
      ...ruledOutItem(catalog, skills.ruledOut, options),
      ...silentItems(catalog, move, step),
    ]),
  ];
}

function skillItem(
  catalog: Catalog,
  mark: '+' | '-',
  label: string,
  requirements: StepChange['skills']['gained'],
  options: PathOptions,
): Item[] {
  if (requirements.length === 0) return [];
  const style = mark === '+' ? 'added' : 'removed';
  return [item(mark, [styled('strong', `${label}: `), ...skillLine(catalog, requirements, options)], style)];
}

function levelItems(catalog: Catalog, mark: '↑' | '↓', changes: readonly LevelChange[], options: PathOptions): Item[] {
  if (!options.full) return levelCountItems(catalog, mark, changes);
  return changes.map(({ skill, from, to }) => {
    const meaning = levelMeaning(catalog, to);
    const line: Line = [
      `${skillName(catalog, skill)}: ${levelMove(catalog, mark, from.level, to.level)}`,
      ...(meaning === undefined ? [] : [styled('muted', ` · ${meaning}`)]),
      ...citeNote(to, options),
      ...originNote(catalog, to.origin, options),
    ];
    return item(mark, line, 'changed');
  });
}

function levelMove(catalog: Catalog, mark: '↑' | '↓', from: string | undefined, to: string | undefined): string {
  return `from ${levelTitle(catalog, from)} ${mark === '↑' ? 'up' : 'down'} to ${levelTitle(catalog, to)}`;
}

/** The skills that move between the same two levels in one line. */
function levelCountItems(catalog: Catalog, mark: '↑' | '↓', changes: readonly LevelChange[]): Item[] {
  const groups = new Map<string, string[]>();
  for (const { skill, from, to } of changes) {
    const label = levelMove(catalog, mark, from.level, to.level);
    const names = groups.get(label);
    if (names) names.push(skillName(catalog, skill));
    else groups.set(label, [skillName(catalog, skill)]);
  }
  return [...groups].map(([label, names]) =>
    item(mark, [styled('strong', `${label.replace('from', 'From')}: `), names.join(', ')], 'changed'),
  );
}

/** Skills that the new role says it does not need: more than no longer being named. */
function ruledOutItem(catalog: Catalog, ruledOut: StepChange['skills']['ruledOut'], options: PathOptions): Item[] {
  if (ruledOut.length === 0) return [];
  const names = ruledOut.map((entry): Line => [skillName(catalog, entry.skill), ...citeNote(entry, options)]);
  return [item('-', [styled('strong', 'No longer applicable: '), ...join(names, ', ')], 'removed')];
}

function keptItems(catalog: Catalog, { skills, responsibilities }: StepChange, options: PathOptions): Item[] {
  if (!options.full) return countItem('=', 'Carries over', responsibilities.kept.length, skills.kept.length);
  const duties = responsibilities.kept.map((entry): Line => [
    withoutStop(entry.text),
    ...citeNote(entry, options),
    ...originNote(catalog, entry.origin, options),
    // The same duty in other words is only as much the same as this ladder judges it to be.
    ...(entry.before.text === entry.text ? [] : [styled('muted', ` (before: ${withoutStop(entry.before.text)})`)]),
  ]);
  return [
    ...(duties.length === 0 ? [] : [item('=', [styled('strong', 'Carries over: '), ...join(duties, '; ')], 'muted')]),
    ...keptSkills(catalog, skills.kept, options),
  ];
}

function keptSkills(catalog: Catalog, kept: StepChange['skills']['kept'], options: PathOptions): Item[] {
  if (kept.length === 0) return [];
  const skills = kept.map((entry): Line => {
    const { importance } = entry.before;
    const changed = importance !== undefined && entry.importance !== undefined && importance !== entry.importance;
    const line = skillLine(catalog, [entry], options);
    return changed ? [...line, styled('muted', ` (before: ${importance})`)] : line;
  });
  return [item('=', [styled('strong', 'Skills that carry over: '), ...join(skills, ', ')], 'muted')];
}

function leftItems(catalog: Catalog, { skills, responsibilities }: StepChange, options: PathOptions): Item[] {
  if (!options.full) return countItem('-', 'No longer named', responsibilities.left.length, skills.left.length);
  const duties = responsibilities.left.map((entry): Line => [withoutStop(entry.text), ...citeNote(entry, options)]);
  return [
    ...(duties.length === 0
      ? []
      : [item('-', [styled('strong', 'No longer named: '), ...join(duties, '; ')], 'removed')]),
    ...skillItem(catalog, '-', 'Skills no longer named', skills.left, options),
  ];
}

function countItem(mark: '=' | '-', label: string, duties: number, skills: number): Item[] {
  const counts = [
    ...(duties === 0 ? [] : [duties === 1 ? '1 responsibility' : `${duties} responsibilities`]),
    ...(skills === 0 ? [] : [count(skills, 'skill')]),
  ];
  if (counts.length === 0) return [];
  return [item(mark, [styled('strong', `${label}: `), joinWords(counts)], mark === '=' ? 'muted' : 'removed')];
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
  return notes.map((note) => item('?', [styled('muted', note)], 'changed'));
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

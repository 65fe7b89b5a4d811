/**
 * Questions for an interview, made of what a role expects.
 */
import type { Catalog } from '../core/catalog.ts';
import { type ExpectedRequirement, type ExpectedResponsibility, expectationsOf } from '../core/expectations.ts';
import type { Role } from '../core/model.ts';
import { turned } from '../core/turn-statement.ts';
import { type Block, bullets, heading, type Line, muted, paragraph, type Report, section } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { numberedNotes } from './numbered-notes.ts';
import { levelMeaning, levelTitle, notStated, skillName } from './parts.ts';
import { recordsOf } from './records.ts';
import { areaBlocks, byImportance } from './role-to-fill.ts';

const EDITORIAL =
  "Editorial: these questions are made from the role's statements. The ladder does not word them so, and neither does a source.";

/** What an answer is held against: a level, and what it looks like. */
interface Standard {
  readonly level: string;
  readonly title: string;
  readonly text: string | undefined;
}

export function interviewView(catalog: Catalog, role: Role): Report<Data<'interview'>> {
  const notes = numberedNotes(catalog);
  const { responsibilities, needed } = expectationsOf(catalog, role);
  const skills = byImportance(needed).flatMap(({ members }) => members);
  const title = `Interview: ${role.title}`;
  const blocks: Block[] = [
    ...areaBlocks(catalog, 2, responsibilities, (duty) => [questionOf(catalog, duty), ...notes.behind(duty)]),
    ...section(
      2,
      'Skills',
      bullets(
        skills.map((need): Line => {
          const { wanted, below } = standardsOf(catalog, need);
          return [
            skillQuestion(catalog, need),
            ...notes.behind(need),
            ['.', ...levelLine('Listen for', wanted), ...levelLine('One level below', below)].join('\n'),
          ];
        }),
      ),
    ),
  ];
  return {
    title,
    blocks: [
      heading(1, title),
      paragraph(muted(EDITORIAL)),
      ...(blocks.length === 0 ? [paragraph(notStated(catalog))] : blocks),
      ...notes.blocks(),
    ],
    records: () =>
      recordsOf(
        'kind area id question statement level listenFor below cites',
        rows().map((row) => ({ ...row, listenFor: row.listenFor?.text, below: row.below?.text })),
      ),
    data: () => ({ role: role.id, editorial: true, questions: rows() }),
  };

  function rows() {
    const ofDuties = responsibilities.map((duty) => {
      const { id, area, text: statement, cites, origin } = duty;
      const question = questionOf(catalog, duty);
      return { kind: 'responsibility' as const, id, area, question, statement, cites, origin };
    });
    const ofSkills = skills.map((need) => {
      const { skill: id, text: statement, level, cites, origin } = need;
      const { wanted: listenFor, below } = standardsOf(catalog, need);
      const question = `${skillQuestion(catalog, need)}.`;
      return { kind: 'skill' as const, id, question, statement, level, listenFor, below, cites, origin };
    });
    return [...ofDuties, ...ofSkills.map((row) => ({ ...row, area: undefined }))].map((row) => ({
      listenFor: undefined,
      below: undefined,
      ...row,
    }));
  }
}

function questionOf({ ladder }: Catalog, { text }: ExpectedResponsibility): string {
  const work = turned(text, ladder.language);
  return work === undefined
    ? `Tell me about a time when this was your work: ${quoted(text)} What did you do, and what came of it?`
    : `Tell me about a time when you had to ${work}.`;
}

/** Without its full stop, so that notes can stand before that. */
function skillQuestion(catalog: Catalog, { skill, text }: ExpectedRequirement): string {
  const said = text === '' ? '' : ` – in this role: ${quoted(text)}`;
  return `Tell me about a time when you needed this skill: ${skillName(catalog, skill)}${said}`;
}

/** The level that is wanted and, where the ladder says what it looks like, the one below it. */
function standardsOf(catalog: Catalog, need: ExpectedRequirement) {
  const at = catalog.ladder.levels.findIndex(({ id }) => id === need.level);
  const standard = (place: number): Standard | undefined => {
    const level = catalog.ladder.levels[place]?.id;
    if (level === undefined) return undefined;
    return { level, title: levelTitle(catalog, level), text: levelMeaning(catalog, { ...need, level }) };
  };
  const below = at > 0 ? standard(at - 1) : undefined;
  return { wanted: at < 0 ? undefined : standard(at), below: below?.text === undefined ? undefined : below };
}

function levelLine(label: string, standard: Standard | undefined): string[] {
  if (standard === undefined) return [];
  const text = standard.text === undefined ? '' : `: ${standard.text}`;
  return [`${label} (${standard.title})${text}`];
}

const quoted = (text: string): string => `“${text.trim().replace(/\s+/g, ' ')}”`;

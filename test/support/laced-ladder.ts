/**
 * A ladder that has something in every text.
 */
import type { Ladder } from '../../src/core/model.ts';
import { parseLadder } from '../../src/ladder/parse.ts';

/** A ladder with a payload in every text that it has. */
export function laced(payload: string): Ladder {
  const text = (word: string): string => `${word} ${payload} end`;
  const statement = { text: text('Statement'), cites: ['A-1'] };
  const file = {
    id: 'laced',
    version: text('1'),
    title: text('Ladder'),
    summary: text('Summary'),
    tracks: [
      { id: 't', title: text('Track'), description: text('Track') },
      { id: 'u', title: text('Other track') },
    ],
    areas: [{ id: 'a', title: text('Area'), description: text('Area') }],
    levels: [
      { id: 'low', title: text('Low'), description: text('Low') },
      { id: 'high', title: text('High') },
    ],
    skills: [
      {
        id: 's',
        name: text('Skill'),
        group: [text('Group')],
        description: text('Skill'),
        levels: { low: text('As low') },
      },
      { id: 'r', name: text('Ruled out') },
    ],
    sources: [
      {
        id: 'A',
        title: text('Source'),
        date: text('2020'),
        url: text('https://example.com/'),
        note: text('Note'),
        facts: [{ id: 'A-1', text: text('Fact') }],
      },
    ],
    roles: [1, 2, 3].map((rank) => ({
      id: `role-${rank}`,
      title: `${rank} ${text('Role')}`,
      aliases: [`${rank} ${text('Alias')}`],
      rank,
      track: rank === 1 ? 't' : 'u',
      summary: statement,
      responsibilities: [
        { area: 'a', ...statement, text: `${rank} ${statement.text}` },
        { id: 'shared', area: 'a', ...statement },
      ],
      skills: [
        { skill: 's', level: rank === 2 ? 'high' : 'low', ...statement },
        { skill: 'r', notApplicable: rank === 1, ...statement },
      ],
      notes: [statement],
    })),
    progressions: [
      { from: 'role-1', to: 'role-2', cites: ['A-1'], note: text('Note') },
      { from: 'role-2', to: 'role-3', kind: 'lateral', cites: ['A-1'] },
    ],
    contrasts: [{ roles: ['role-1', 'role-2'], ...statement }],
    disagreements: [
      { id: 'd', title: text('Disagreement'), roles: ['role-1', 'role-2'], positions: [statement, statement] },
    ],
    notes: [statement],
    quiz: {
      questions: [1, 2, 3].map((number) => ({
        id: `q${number}`,
        text: `${number} ${text('Question')}`,
        weights: { 'role-1': 1, 'role-2': 3, 'role-3': number },
        cites: ['A-1'],
      })),
      experience: [
        { id: 'size', text: text('Size'), answers: [{ text: text('Small'), small: true }, { text: text('Large') }] },
        {
          id: 'e',
          text: text('Experience'),
          answers: [
            { text: text('Little'), ranks: [1, 1] },
            { text: text('Much'), ranks: [2, 3], ranksIfSmall: [1, 2] },
          ],
          cites: ['A-1'],
        },
      ],
    },
  };
  const { ladder, diagnostics } = parseLadder([{ file: 'l.json', text: ascii(JSON.stringify(file)) }]);
  if (!ladder) throw new Error(JSON.stringify(diagnostics[0]));
  return ladder;
}

/** JSON in ASCII: what is raw the reader refuses at once, what is escaped stands in the texts. */
function ascii(json: string): string {
  return json.replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

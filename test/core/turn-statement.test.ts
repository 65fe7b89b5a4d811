/**
 * Statements turned into what somebody had to do: right English, or not at all.
 */
import { expect, it } from 'vitest';
import { TEMPLATES } from '../../src/commands/init.ts';
import { turned } from '../../src/core/turn-statement.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { SHIPPED, templateFile } from '../support/fake-runtime.ts';

/** What stands behind "you had to"; each line was read. */
const TURNED: Readonly<Record<string, string>> = {
  'Heads the product team': 'head the product team',
  'Leads the developers.': 'lead the developers',
  'Manages budgets': 'manage budgets',
  'Prioritizes the backlog': 'prioritize the backlog',
  'Prioritize and plan the work': 'prioritize and plan the work',
  'Organizes what the team needs': 'organize what the team needs',
  'Works closely with designers': 'work closely with designers',
  'Identifies risks early': 'identify risks early',
  'Teaches new colleagues': 'teach new colleagues',
  'Own the roadmap': 'own the roadmap',
  'Owns the roadmap': 'own the roadmap',
  'Lead your team': 'lead your team',
  'lead the team': 'lead the team',
  'Report to the board': 'report to the board',
  'Decide what to build next, weighing value and cost.': 'decide what to build next, weighing value and cost',
  'Develop and communicate a vision': 'develop and communicate a vision',
  'Link strategy with design': 'link strategy with design',
};

const LEFT: Readonly<Record<string, readonly string[]>> = {
  'noun phrases': [
    'Design systems',
    'Lead engineer',
    'Build pipeline',
    'Secure software',
    'Test plans',
    'Use cases for all products',
    'Use case design to the standard',
    'Link building with partners',
    'Work ethic',
    'Support for customers',
    'Research and reporting',
    'Influence on strategy',
    'Set of principles',
    'Ownership of the roadmap',
    'Head of the team',
    'Coordinate system',
    'Foster care',
    'Reviews of code',
    'Plans for the year',
  ],
  'a verb alone, or nothing': ['Manage', 'Manage.', '', ' ', '.'],
  'third person with more behind': [
    'Leads the developers and plans releases',
    'Heads the product team, and answers for its strategy',
    'Manages managers, mentors leads',
    'Leads its teams',
    'Knows the market',
    'Is responsible for the market',
    'Has led a team',
    'May lead a team',
  ],
  'an imperative with another form behind': [
    'Lead the team, reports to the CPO',
    'Manage the team and is on call',
    'Lead the team and coaching juniors',
    'Lead the team and then quietly manages it',
  ],
  'whose it is would be unclear': [
    'Answer for every repair of their own.',
    'Keep our customers happy',
    'Tell them what comes when',
    'Do what you say',
  ],
  'more than one sentence, or an aside': [
    'Lead the team. Hire people.',
    'Lead the team (unclear).',
    'In a large organisation: lead the team.',
    'Lead the team; hire people',
    'Lead the team – and hire',
    'Lead the team\n- hire people',
    'Manage products/features',
    'Often lead the team',
    'Never lead the team',
    'Do not lead the team',
    'Manage “the team”',
  ],
  'other languages that nothing tells of': [
    'Define la estrategia del producto',
    'Organise les ateliers',
    'Analyse der Daten',
    'Führe das Team',
    'Leite das Team',
    'Adapte les processus à la stratégie',
  ],
};

it.each(Object.entries(TURNED))('turns %s', (statement, behind) => {
  expect(turned(statement, undefined)).toBe(behind);
});

it.each(Object.entries(LEFT))('turns nothing of %s', (_, statements) => {
  const done = statements.map((statement) => [statement, turned(statement, undefined)]);
  expect(done.filter(([, behind]) => behind !== undefined)).toEqual([]);
});

it.each([
  ['en', 'lead the team'],
  ['en-GB', 'lead the team'],
  ['EN-us', 'lead the team'],
  ['de', undefined],
  ['enm', undefined],
])('turns what is written in %s or not', (language, behind) => {
  expect(turned('Lead the team', language)).toBe(behind);
});

it.each([['the shipped ladder', SHIPPED], ...Object.keys(TEMPLATES).map((name) => [name, templateFile(name)])])(
  'turns the statements of %s as they were read',
  async (_, path) => {
    const { roles, language, id } = loadLadder(path).ladder;
    const lines = roles.flatMap(({ responsibilities }) =>
      responsibilities.map(({ text }) => `${text}\n  ${turned(text, language) ?? '(quoted)'}`),
    );
    await expect(`${[...new Set(lines)].join('\n')}\n`).toMatchFileSnapshot(`turned/${id}.txt`);
  },
);

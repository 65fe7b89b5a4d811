/**
 * What `pmroles why` says stands behind a role.
 */
import { describe, expect, it } from 'vitest';
import { reasonsOf } from '../../src/core/claims.ts';
import { roleOf } from '../../src/core/catalog.ts';
import { jsonOf, runIn } from '../support/fake-runtime.ts';
import { ladderOf, LEVELLED_YAML, levelledCatalog, PLAIN_YAML, shippedCatalog } from '../support/ladders.ts';
import { outputProblems } from '../support/output-schema.ts';
import { splitWords } from '../support/shell-words.ts';
import { examplesOf } from '../support/examples.ts';

const levelled = { ladder: ladderOf(LEVELLED_YAML) };

const asked = (role: string, about?: string) => {
  const { statements, disagreements } = reasonsOf(levelledCatalog(), roleOf(levelledCatalog(), role), about);
  return [...statements.map(({ kind, id }) => `${kind} ${id}`), ...disagreements.map(({ id }) => `differ ${id}`)];
};

describe('the reasons', () => {
  it('are given for every statement of a role, taken over or not', () => {
    expect(asked('master')).toEqual([
      'summary ',
      'includes journeyman',
      'responsibility design',
      'responsibility build',
      'responsibility teach',
      'skill joinery',
      'skill mentoring',
      'skill finishing',
      'next foreman',
      'next owner',
      'contrast foreman',
      'differ who-leads',
    ]);
  });

  it('are found by words of the ladder first, and by words of facts where it has none', () => {
    const found = (about: string) =>
      reasonsOf(shippedCatalog(), roleOf(shippedCatalog(), 'head-of-product'), about).statements;
    const teams = found('team').map(({ id, text }) => `${id} ${text}`);
    expect(teams.some((statement) => statement.includes('as a team.'))).toBe(true);
    expect(teams.some((statement) => statement.startsWith('team-development'))).toBe(true);
    // Fact A-70 speaks of teams, and six skills rest on it.
    expect(teams.some((statement) => statement.startsWith('communication'))).toBe(false);
  });

  it('can be of one skill, one area, or some words', () => {
    expect(asked('owner', 'budgeting')).toEqual(['skill budgeting']);
    expect(asked('owner', 'Money')).toEqual(['responsibility balance-books']);
    expect(asked('owner', 'fact eighth')).toEqual(['responsibility balance-books', 'skill budgeting']);
    expect(asked('owner', 'sheep')).toEqual([]);
  });

  it('hold the facts in their own words, and what says that they are taken over', () => {
    const { statements } = reasonsOf(levelledCatalog(), roleOf(levelledCatalog(), 'master'), 'finishing');
    expect(statements[0]).toMatchObject({
      origin: 'journeyman',
      claims: [
        { cite: 'S-3', text: 'Fact the third.' },
        { cite: 'S-5', text: 'Fact the fifth.' },
      ],
    });
  });
});

it('stands below the fact that it rests on first, and names those that follow', async () => {
  const { stdout } = await runIn(['why', 'cpo', 'marketing']);
  expect(stdout).toMatch(/^ {2}A-52 (?:.*\n)+? {8}• Marketing: .* \[and A-74\]\n {2}A-74 /m);
});

describe('why, about another role', () => {
  it('says first what is disputed about just the two', async () => {
    const { stdout } = await runIn(['why', 'Head of Product', 'CPO']);
    const lines = stdout.split('\n').slice(0, 24).join(' ').replace(/\s+/g, ' ');
    expect(lines).toContain('Is Head of Product another name for the Chief Product Officer?');
    expect(lines).toContain('takes in the title Head of Product');
    expect(lines).not.toContain('Which is more senior');
  });

  it('tells what is said of both, by whichever name that is called', async () => {
    for (const name of ['senior-pm', 'Senior PM', 'Senior Product Manager', 'spm']) {
      const { stdout } = await runIn(['why', 'product-lead', name]);
      expect(stdout.split('\n').slice(0, 24).join('\n')).toContain('has more authority than a Senior PM');
    }
  });
});

describe('pmroles why', () => {
  it('names source, date and words', async () => {
    const { stdout } = await runIn(['why', 'owner', 'budgeting', '--width', '160'], levelled);
    expect(stdout).toMatch(/S-8 {2}Fact the eighth\.\n +• Budgeting/);
    expect(stdout).toContain("S = The Carpenter's Almanac (1901)");
    expect(await jsonOf(['why', 'owner', 'budgeting'], levelled)).toMatchObject({
      data: { statements: [{ claims: [{ source: 'S', date: '1901-02-03', text: 'Fact the eighth.' }] }] },
    });
  });

  it('tells a fact once, and says what rests on it in words that differ', async () => {
    const { stdout } = await runIn(['why', 'head-of-product', '--width', '200']);
    for (const [id] of stdout.matchAll(/^ {2}[AB]-\d+ /gm)) expect(stdout.split(id)).toHaveLength(2);
    expect(stdout).toMatch(/A-27 {2}.*balance the product portfolios.*\n {2}A-/);
    expect(stdout).toMatch(/A-20 {2}.*\n +• Summary: .*\[and A-90\]/);
  });

  it('lists what the sources differ on at the end, and leaves out what is about every role', async () => {
    const { stdout } = await runIn(['why', 'head-of-product']);
    const shown = (await runIn(['show', 'head-of-product'])).stdout;
    const points = Number(/sources differ on (\d+) point/.exec(shown)![1]);
    const end = stdout.slice(stdout.indexOf('Where the sources differ'));
    expect(end.split('\n').filter((line) => /^ {2}[A-Z]/.test(line))).toHaveLength(points);
  });

  it('says what is editorial, what cites a whole source, and that a ladder has none', async () => {
    const apprentice = (await runIn(['why', 'apprentice'], levelled)).stdout;
    expect(apprentice).toMatch(/• Note: Eats a lot\. \(editorial\)/);
    expect(apprentice).toMatch(/T +The source as a whole\.\n(.*\n)? +• Note: Sleeps in the loft\./);
    const baker = (await runIn(['why', 'baker'], { ladder: ladderOf(PLAIN_YAML) })).stdout;
    expect(baker.match(/names no sources/g)).toHaveLength(1);
    expect(baker).not.toContain('editorial');
  });

  it('says at which level a skill is needed, and how much it matters', async () => {
    const { stdout } = await runIn(['why', 'owner'], levelled);
    expect(stdout).toMatch(/• Skills?: .*Budgeting \(expert, essential\)/i);
    expect(await jsonOf(['why', 'owner', 'budgeting'], levelled)).toMatchObject({
      data: { statements: [{ level: 'expert', importance: 'essential' }] },
    });
  });

  it('shows both sides where sources disagree', async () => {
    const { stdout } = await runIn(['why', 'master', 'leads'], levelled);
    expect(stdout).toMatch(/Who leads\?[\s\S]*≠ The foreman does\.[\s\S]*S-6 Fact the sixth[\s\S]*≠ The master does\./);
  });

  it('ends with 1 where the ladder is silent', async () => {
    expect(await runIn(['why', 'cpo', 'sheep'])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('No matches.'),
    });
  });

  it.each([['master'], ['owner', 'budgeting'], ['owner', 'sheep']])('%s %s fits the schema', async (...about) => {
    const { stdout } = await runIn(['why', ...about, '--json'], levelled);
    expect(outputProblems(JSON.parse(stdout))).toBe('');
  });

  it.each(examplesOf('why').map(({ line }) => line))('%s', async (line) => {
    expect(await runIn(splitWords(line).slice(1))).toMatchObject({ code: 0, stderr: '' });
  });
});

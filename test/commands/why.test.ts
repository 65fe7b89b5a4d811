/**
 * What `pmroles why` says stands behind a role.
 */
import { describe, expect, it } from 'vitest';
import { reasonsOf } from '../../src/core/claims.ts';
import { roleOf } from '../../src/core/catalog.ts';
import { jsonOf, runIn } from '../support/fake-runtime.ts';
import { ladderOf, LEVELLED_YAML, levelledCatalog, PLAIN_YAML } from '../support/ladders.ts';
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

describe('pmroles why', () => {
  it('names source, date and words', async () => {
    const { stdout } = await runIn(['why', 'owner', 'budgeting', '--width', '160'], levelled);
    expect(stdout).toContain("S-8 Fact the eighth. · source S, The Carpenter's Almanac, 1901-02-03");
    expect(await jsonOf(['why', 'owner', 'budgeting'], levelled)).toMatchObject({
      data: { statements: [{ claims: [{ source: 'S', date: '1901-02-03', text: 'Fact the eighth.' }] }] },
    });
  });

  it('says what is editorial, what cites a whole source, and that a ladder has none', async () => {
    const apprentice = (await runIn(['why', 'apprentice'], levelled)).stdout;
    expect(apprentice).toMatch(/Eats a lot\.\n {4}• Editorial: the ladder keeper’s own word\./);
    expect(apprentice).toMatch(/Sleeps in the loft\.\n {4}T The source as a whole\. · source T, Timber Talk\n/);
    const baker = (await runIn(['why', 'baker'], { ladder: ladderOf(PLAIN_YAML) })).stdout;
    expect(baker.match(/names no sources/g)).toHaveLength(1);
    expect(baker).not.toContain('•');
  });

  it('says at which level a skill is needed, and how much it matters', async () => {
    const { stdout } = await runIn(['why', 'owner'], levelled);
    expect(stdout).toMatch(/^ *Budgeting \(expert, essential\)/im);
    expect(await jsonOf(['why', 'owner', 'budgeting'], levelled)).toMatchObject({
      data: { statements: [{ level: 'expert', importance: 'essential' }] },
    });
  });

  it('shows both sides where sources disagree', async () => {
    const { stdout } = await runIn(['why', 'master', 'leads'], levelled);
    expect(stdout).toMatch(/Who leads\?[\s\S]*≠ The foreman does\.[\s\S]*S-6 Fact the sixth[\s\S]*≠ The master does\./);
  });

  it('ends with 1 where the ladder is silent', async () => {
    expect(await runIn(['why', 'cpo', 'sheep'])).toMatchObject({ code: 1, stdout: expect.stringContaining('nothing') });
  });

  it.each([['master'], ['owner', 'budgeting'], ['owner', 'sheep']])('%s %s fits the schema', async (...about) => {
    const { stdout } = await runIn(['why', ...about, '--json'], levelled);
    expect(outputProblems(JSON.parse(stdout))).toBe('');
  });

  it.each(examplesOf('why').map(({ line }) => line))('%s', async (line) => {
    expect(await runIn(splitWords(line).slice(1))).toMatchObject({ code: 0, stderr: '' });
  });
});

/**
 * What `pmroles skills` says of who needs what.
 */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { needsOf } from '../../src/core/skill-needs.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { bigLadder } from '../support/big-ladder.ts';
import { jsonOf, runIn, templateFile } from '../support/fake-runtime.ts';
import { cumulativeCatalog, ladderOf, LEVELLED_YAML, levelledCatalog, PLAIN_YAML } from '../support/ladders.ts';
import { outputProblems } from '../support/output-schema.ts';
import { splitWords } from '../support/shell-words.ts';
import { examplesOf } from '../support/examples.ts';

const levelled = { ladder: ladderOf(LEVELLED_YAML) };

describe('the needs of a skill', () => {
  it('count each role once: as needing it, as not needing it, or as silent', () => {
    const { needed, notApplicable, notStated } = needsOf(levelledCatalog(), 'finishing');
    expect(needed.map(({ role, requirement }) => [role.id, requirement.level, requirement.origin?.role])).toEqual([
      ['journeyman', 'working', undefined],
      ['master', 'working', 'journeyman'],
    ]);
    expect(notApplicable.map(({ role }) => role.id)).toEqual(['owner']);
    expect(notStated.map(({ id }) => id)).toEqual(['apprentice', 'clerk', 'foreman']);
  });

  it('hold what a cumulative ladder carries over', () => {
    const { needed } = needsOf(cumulativeCatalog(), 'rope');
    expect(needed.map(({ role, requirement }) => [role.id, requirement.level])).toEqual([
      ['one', 'low'],
      ['two', 'high'],
      ['three', 'high'],
    ]);
  });
});

describe('pmroles skills', () => {
  it('counts the roles that need each', async () => {
    const { stdout } = await runIn(['skills'], levelled);
    expect(stdout).toContain('Finishing (finishing) · 2 roles, not applicable to 1');
    expect((await jsonOf(['skills'], levelled)).data['skills']).toContainEqual({
      id: 'finishing',
      name: 'Finishing',
      group: ['Craft', 'Wood'],
      description: null,
      needed: ['journeyman', 'master'],
      notApplicable: ['owner'],
    });
  });

  it('shows one with level, importance, words and cites', async () => {
    const { stdout } = await runIn(['skills', 'budgeting', '--cites'], levelled);
    expect(stdout).toContain('• Owner (Expert, essential) · Knows every penny. [S-8]');
    expect(stdout).toContain('Not stated for · 5 roles');
    const finishing = await runIn(['skills', 'finishing'], levelled);
    expect(finishing.stdout).toMatch(/Not applicable to · 1 role\n {2}• Owner\n/);
    expect(finishing.stdout).toContain('• Master (Working, useful) (as Journeyman)');
  });

  it('narrows a matrix to tracks, and to the skills that are said of their roles', async () => {
    const line = ['skills', '--matrix', '--data', templateFile('engineering'), '--track', 'management', '--json'];
    const { code, stdout } = await runIn(line);
    expect(code).toBe(0);
    const { data } = JSON.parse(stdout) as { data: { roles: string[]; skills: string[] } };
    const { ladder } = loadLadder(templateFile('engineering'));
    const roles = ladder.roles.filter(({ track }) => track === 'management');
    expect(JSON.stringify(data)).toContain(roles[0]!.id);
    for (const other of ladder.roles.filter((role) => !roles.includes(role))) {
      expect(JSON.stringify(data)).not.toContain(`"${other.id}"`);
    }
    expect((await runIn(['skills', '--track', 'management'])).code).toBe(2);
  });

  describe('a matrix that is too large to draw', () => {
    const large = (roles: number, skills: number) => ({
      ladder: ladderOf(JSON.stringify(bigLadder({ roles, skills, progressions: 0 }))),
    });
    const beyond = large(201, 200);

    it('is refused as text and Markdown, with what to do instead', async () => {
      for (const format of ['text', 'markdown']) {
        const { code, stdout, stderr } = await runIn(['skills', '--matrix', '-f', format], beyond);
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(stderr).toContain('the matrix is too large to draw: 200 skills by 201 roles');
        expect(stderr).toMatch(/--track <track>[^]*--matrix --format csv[^]*export --format html/);
      }
    });

    it('is written whole for other programs, and drawn when it is narrowed', async () => {
      expect((await runIn(['skills', '--matrix', '-f', 'csv'], beyond)).stdout.split('\r\n')).toHaveLength(
        201 * 200 + 2,
      );
      expect((await jsonOf(['skills', '--matrix'], beyond)).data['roles']).toHaveLength(201);
      const [track] = beyond.ladder.tracks;
      expect((await runIn(['skills', '--matrix', '--track', track!.id], beyond)).code).toBe(0);
    });

    it('begins behind the largest that is drawn', async () => {
      expect((await runIn(['skills', '--matrix'], large(200, 200))).code).toBe(0);
    });
  });

  it('draws a matrix that parts where it must', async () => {
    const wide = await runIn(['skills', '--matrix'], levelled);
    expect(wide.stdout).toMatch(/^Finishing +· +· +2 +· +2 +x$/m);
    const narrow = (await runIn(['skills', '--matrix', '--width', '30'], levelled)).stdout;
    expect(narrow.match(/^Joinery /gm)).toHaveLength(2);
    for (const number of [1, 2, 3, 4, 5, 6]) expect(narrow).toMatch(new RegExp(`\\bR${number}\\b`));
    const markdown = (await runIn(['skills', '--matrix', '-f', 'markdown', '--width', '30'], levelled)).stdout;
    expect(markdown).toContain('| Skill | R1 | R2 | R3 | R4 | R5 | R6 |');
  });

  it('takes no more tables than the width asks for', async () => {
    const matrix = async (width: string): Promise<string> =>
      (await runIn(['skills', '--matrix', '--data', templateFile('engineering'), '--width', width])).stdout;
    // The longest name has 18 letters, and nine columns take four each.
    expect((await matrix('54')).match(/^Skill /gm)).toHaveLength(1);
    expect((await matrix('53')).match(/^Skill /gm)).toHaveLength(2);
    for (const width of ['40', '54', '80']) {
      for (const line of (await matrix(width)).split('\n')) expect(line.length).toBeLessThanOrEqual(Number(width));
    }
  });

  it('says without levels that a skill is needed', async () => {
    const { stdout } = await runIn(['skills', '--matrix'], { ladder: ladderOf(PLAIN_YAML) });
    expect(stdout).toMatch(/^Selling +\+ +·$/m);
    expect(stdout).toMatch(/^ {2}\+ needed$/m);
  });

  it('gives each pair of role and skill a row in CSV', async () => {
    const { stdout } = await runIn(['skills', '--matrix', '-f', 'csv'], levelled);
    const rows = parse<Record<string, string>>(stdout, { columns: true });
    expect(rows).toHaveLength(6 * 4);
    const standing = Object.fromEntries(
      rows.filter((row) => row['skill'] === 'finishing').map((row) => [row['role'], row['standing']]),
    );
    expect(standing).toEqual({
      apprentice: 'not-stated',
      clerk: 'not-stated',
      foreman: 'not-stated',
      journeyman: 'needed',
      master: 'needed',
      owner: 'not-applicable',
    });
  });

  it.each([['skills'], ['skills', 'finishing'], ['skills', '--matrix']])('%s %s fits the schema', async (...argv) => {
    const { stdout } = await runIn([...argv, '--json'], levelled);
    expect(outputProblems(JSON.parse(stdout))).toBe('');
  });

  it.each([
    [['skills', 'marketing', '--matrix'], '--matrix is of all skills'],
    [['skills', '--matrix', '--cites'], 'no room for cites'],
    [['skills', 'markting'], 'did you mean marketing'],
  ])('%s is a usage error', async (argv, message) => {
    expect(await runIn(argv)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(message) });
  });

  it.each(examplesOf('skills').map(({ line }) => line))('%s', async (line) => {
    expect(await runIn(splitWords(line).slice(1))).toMatchObject({ code: 0, stderr: '' });
  });
});

/**
 * Every command in every format on every ladder that ships: what must hold whatever the ladder is like.
 */
import { describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../src/commands/init.ts';
import { createCatalog } from '../../src/core/catalog.ts';
import { bankOf } from '../../src/core/quiz/bank.ts';
import { writeReplay } from '../../src/core/quiz/replay.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { FORMATS } from '../../src/report/index.ts';
import { runIn, SHIPPED, templateFile } from '../support/fake-runtime.ts';
import { outputProblems } from '../support/output-schema.ts';
import { takeQuiz } from '../support/take-quiz.ts';
import { runs } from '../support/thorough.ts';

const LADDERS = [SHIPPED, ...Object.keys(TEMPLATES).map(templateFile)].map((path) => loadLadder(path).ladder);

/** The roles, or the moves, that are asked about: a few in the usual run. */
const some = <Item>(items: readonly Item[]): readonly Item[] => items.slice(0, runs(2, items.length));

/** Every command line that makes sense of a ladder: roles shown, compared with the next, and led to from one another. */
const LINES = LADDERS.flatMap((ladder) => {
  const ids = ladder.roles.map((role) => role.id);
  const [first, second, third] = ids;
  const last = ids.at(-1)!;
  return [
    ['list'],
    ['list', '--cites', '--sort', 'skills'],
    ...ladder.tracks.map((track) => ['list', '--track', track.id]),
    ...some(ids).map((id, index) => ['show', id, ...(index % 2 === 0 ? ['--cites'] : [])]),
    ...some(ids.slice(1)).map((id, index) => ['compare', ids[index]!, id]),
    ['compare', ...ids],
    ['compare', first!, last, '--full', '--cites'],
    ...['changed', 'common', 'unique'].map((only) => ['compare', first!, second!, third!, '--only', only]),
    ['path', first!, last],
    ['path', first!, last, '--all', '--cites'],
    ['path', first!, last, '--full', '--fewest'],
    ...some(ladder.progressions).map(({ from, to }) => ['path', from, to]),
    ['graph'],
    ['graph', '--from', first!, '--to', last],
    ...some(ids).map((id) => ['graph', '--role', id]),
    ...ladder.tracks.map((track) => ['graph', '--track', track.id]),
    ['quiz', '--list'],
    ['quiz', '--answers', '0,1,3,2,2,3,2,1,2,5,5,5,4'],
    ['search', ...ladder.roles[0]!.title.split(' ')],
    ['search', ladder.skills[0]!.name, '--kind', 'skill', '--limit', '3'],
    ['skills'],
    ['skills', '--matrix'],
    ...some(ladder.skills.slice(0, 4)).map(({ id }) => ['skills', id, '--cites']),
    ...some(ids).map((id) => ['why', id]),
    ...some(ids).flatMap((id) => [
      ['advert', id],
      ['interview', id],
    ]),
    ['sources'],
    ['version'],
  ].map((argv) => ({ name: ladder.id, world: { ladder }, argv, line: argv.join(' ') }));
});

/** What a value that was never meant to be seen looks like. */
const LEAK = /\bundefined\b|\bnull\b|\bNaN\b|\[object|\bInfinity\b/;

it('there are four ladders, and commands for each', () => {
  expect(new Set(LINES.map(({ name }) => name)).size).toBe(4);
});

describe.each(LINES)('$name: $line', ({ argv, world }) => {
  it('answers in every format, the same each time, and by the schema in JSON', async () => {
    for (const format of FORMATS) {
      const outcome = await runIn([...argv, '--format', format], world);
      expect(outcome, format).toMatchObject({ code: 0, stderr: '' });
      if (format === 'json') expect(outputProblems(JSON.parse(outcome.stdout))).toBe('');
      else expect(outcome.stdout).not.toMatch(LEAK);
    }
    expect(await runIn(argv, world)).toEqual(await runIn(argv, world));
  });

  it('fits the width, and can be ASCII alone', async () => {
    for (const width of [40, 80, 160]) {
      const { stdout } = await runIn([...argv, '--format', 'text', '--width', String(width), '--ascii'], world);
      expect(stdout).toMatch(/^[\n\x20-\x7e]+$/);
      for (const row of stdout.split('\n')) {
        // A command to copy is never broken.
        if (!row.startsWith('  pmroles ')) expect(row.length, row).toBeLessThanOrEqual(width);
      }
    }
  });
});

describe('the engineering ladder', () => {
  const on = async (...argv: string[]): Promise<string> =>
    (await runIn([...argv, '--data', templateFile('engineering'), '--width', '200'])).stdout;
  const dataOf = async <T>(...argv: string[]): Promise<T> =>
    (JSON.parse(await on(...argv, '--json')) as { data: T }).data;

  it('shows what a level means for each skill', async () => {
    expect(await on('show', 'engineer', '--full')).toContain(
      'Testing (Independent, essential) · Tests what could break, and leaves out what could not.',
    );
    const { role, levels } = await dataOf<{ levels: { id: string }[]; role: { skills: Record<string, unknown>[] } }>(
      'show',
      'engineer',
    );
    expect(levels.map((level) => level.id)).toEqual(['learning', 'independent', 'guiding', 'shaping']);
    expect(role.skills.find((entry) => entry['skill'] === 'incidents')).toMatchObject({
      name: 'Handling incidents',
      group: ['Engineering', 'Running', 'When it breaks'],
      level: 'learning',
      levelMeaning: 'Works under the direction of whoever leads the incident.',
    });
  });

  it('tells of a step back what falls, and of a track change where it leads', async () => {
    const text = await on('path', 'engineering-manager', 'senior-engineer');
    expect(text).toMatch(/^8 new · 2 at a higher level · 5 at a lower level · step back$/m);
    const full = await on('path', 'engineering-manager', 'senior-engineer', '--full');
    expect(full).toContain('step back · Management → Technical');
    expect(full).toContain('↓ Handling incidents: Guiding → Independent');
    const { routes } = await dataOf<{ routes: { steps: { skills: { lowered: unknown[] } }[] }[] }>(
      'path',
      'engineering-manager',
      'senior-engineer',
    );
    expect(routes[0]!.steps[0]!.skills.lowered).toContainEqual({
      skill: 'hiring',
      from: 'guiding',
      to: 'learning',
    });
  });

  it('says that a skill does not apply, which is not the same as that none is stated', async () => {
    const compared = await on('compare', 'staff-engineer', 'engineering-manager', 'cto');
    expect(compared).toMatch(/Data modelling +\+ Guiding, useful +not applicable +not stated/);
    expect(await on('path', 'senior-engineer', 'engineering-manager', '--full')).toMatch(
      /No longer applicable\n +- Data modelling/,
    );
    expect(await on('show', 'cto')).toContain("Skills\nNot stated: the ladder doesn't say.");
  });

  it('counts nothing as stated where there is no source that could', async () => {
    for (const argv of [['list'], ['path', 'graduate', 'cto'], ['show', 'staff-engineer']]) {
      expect(await on(...argv)).not.toMatch(/editorial|stated by|source/);
    }
  });

  it('counts the levels that rise on the way that the quiz points out', async () => {
    const { ladder } = loadLadder(templateFile('engineering'));
    const { bank } = bankOf(createCatalog(ladder));
    const weights = new Map(bank.questions.map((question) => [question.id, question.weights['staff-engineer'] ?? 3]));
    const answers = takeQuiz(bank, ladder, { role: 'senior-engineer', interest: (id) => weights.get(id)! });
    const { stdout } = await runIn([
      ...['quiz', '--answers', writeReplay(bank, ladder, answers)],
      ...['--data', templateFile('engineering'), '--width', '200'],
    ]);
    expect(stdout).toMatch(/Next: Staff Engineer: \d+ things new to you · \d+ at a higher level/);
  });

  it('parts its tracks and joins them again', async () => {
    const { routes } = await dataOf<{ routes: { roles: string[] }[] }>('path', 'senior-engineer', 'cto', '--all');
    const through = (id: string) => routes.some(({ roles }) => roles.includes(id));
    expect([through('principal-engineer'), through('director-of-engineering')]).toEqual([true, true]);
  });
});

describe('the craft ladder', () => {
  const on = async (...argv: string[]): Promise<string> =>
    (await runIn([...argv, '--data', templateFile('craft'), '--width', '200'])).stdout;

  it('shows what a role adds to what it inherits', async () => {
    expect(await on('show', 'workshop-lead')).toContain('2 responsibilities of Senior Mechanic · 2 ');
    const text = await on('show', 'workshop-lead', '--full');
    expect(text).toContain('Inherited: 8 of 15 responsibilities and skills, marked "as …".');
    expect(text).toContain('Put every tool back where it belongs. (as Trainee Mechanic)');
    expect(text).toContain('Brakes (Teaches) · Signs off the brakes that others have fitted. (as Senior Mechanic)');
  });

  it('compares with what is carried over, and says from whom', async () => {
    const text = await on('compare', 'mechanic', 'senior-mechanic');
    expect(text).toMatch(/Wheels +. Does +. Does \(as Mechanic\)/);
    expect(text).toMatch(/Brakes +± Does +± Teaches ↑/);
    expect(text).toContain('"as …": inherited from that role.');
    expect((await on('compare', 'mechanic', 'senior-mechanic', '-f', 'csv')).split('\r\n')).toContain(
      'skill,,wheels,common,senior-mechanic,Wheels,does,,mechanic,',
    );
  });

  it('gives each thing of a role a row of its own kind in CSV', async () => {
    const rows = (await on('show', 'service-adviser', '-f', 'csv')).trim().split('\r\n');
    const kinds = new Set(rows.slice(1).map((row) => row.split(',')[1]));
    expect([...kinds]).toEqual([
      'title',
      'rank',
      'track',
      'summary',
      'includes',
      'responsibility',
      'skill',
      'not-applicable',
      'previous',
      'next',
    ]);
    expect(rows).toContain(
      'service-adviser,next,,,mechanic,For those who would rather be back at the bench.,,,,,step-back,editorial,',
    );
  });
});

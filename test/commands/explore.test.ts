/**
 * Exploring a ladder, with somebody who types.
 */
import { describe, expect, it } from 'vitest';
import { menuOf, neighboursOf } from '../../src/commands/explore-menu.ts';
import { TEMPLATES } from '../../src/commands/init.ts';
import { createCatalog } from '../../src/core/catalog.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { runIn, shippedLadder, templateFile, type Outcome, type World } from '../support/fake-runtime.ts';
import { ladderOf } from '../support/ladders.ts';
import { splitWords } from '../support/shell-words.ts';
import { examplesOf } from '../support/examples.ts';

const explore = (argv: readonly string[], typed: readonly string[], world: World = {}): Promise<Outcome> =>
  runIn(['explore', ...argv], { ...world, typed });

/** The number of an answer at a role of the shipped ladder. */
function answer(id: string, start: string): string {
  const catalog = createCatalog(shippedLadder());
  const at = menuOf(catalog, catalog.roles.get(id)!).findIndex(([text]) => text.startsWith(start));
  if (at < 0) throw new Error(`${id} offers no ${start}`);
  return String(at + 1);
}

/** What commands write, one after the other. */
async function outputOf(...lines: string[]): Promise<string> {
  const outcomes = await Promise.all(lines.map((line) => runIn(line.split(' '))));
  return outcomes.map(({ stdout }) => stdout).join('');
}

/** The command lines that were named. */
const named = ({ stderr }: Outcome): string[] =>
  [...stderr.matchAll(/^Run this again: pmroles (.*)$/gm)].map((match) => match[1]!);

describe('exploring', () => {
  it('shows a role, and ends when it is enough', async () => {
    const outcome = await explore(['head'], ['quit']);
    expect(outcome).toMatchObject({ code: 0, stdout: await outputOf('show head-of-product') });
    expect(outcome.asked).toEqual(['Head of Product: What next?']);
    expect(named(outcome)).toEqual(['show head-of-product']);
  });

  it('asks where to start when that is not said', async () => {
    const outcome = await explore([], ['chief', 'quit']);
    expect(outcome.asked).toEqual(['Where do you want to start?', 'Chief Product Officer: What next?']);
    expect(outcome.stdout).toBe(await outputOf('show cpo'));
  });

  it('goes on to neighbours and to any other role, and back the way it came', async () => {
    const outcome = await explore(
      ['junior-pm'],
      [
        '1',
        answer('product-manager', 'Go to'),
        'cpo',
        answer('cpo', 'Before: Director'),
        'back',
        'back',
        'back',
        'quit',
      ],
    );
    const way = ['junior-pm', 'product-manager', 'cpo', 'director-of-product', 'cpo', 'product-manager', 'junior-pm'];
    expect(named(outcome)).toEqual(way.map((id) => `show ${id}`));
    expect(outcome.stdout).toBe(await outputOf(...way.map((id) => `show ${id}`)));
    expect(outcome.asked.filter((question) => question.endsWith('What next?'))).toEqual([
      'Junior Product Manager: What next?',
      'Junior Product Manager › Product Manager: What next?',
      'Junior Product Manager › Product Manager › Chief Product Officer: What next?',
      '… › Product Manager › Chief Product Officer › Director of Product: What next?',
      'Junior Product Manager › Product Manager › Chief Product Officer: What next?',
      'Junior Product Manager › Product Manager: What next?',
      'Junior Product Manager: What next?',
    ]);
  });

  it('keeps to ASCII where that is asked for', async () => {
    const outcome = await explore(['junior-pm', '--ascii'], ['1', '1', '1', 'quit']);
    expect(outcome.asked.at(-1)).toMatch(/^\.\.\. > \w/);
    expect(outcome.stderr + outcome.stdout + outcome.offered.flat().join('')).toMatch(/^[\n -~]*$/);
  });

  it.each([
    ['a comparison', 'Compare', ['chief', '1'], 'compare head-of-product cpo'],
    ['a comparison of more', 'Compare', ['chief', '2', 'junior', '1'], 'compare head-of-product cpo junior-pm'],
    ['a comparison of those chosen so far', 'Compare', ['chief', '2', 'back'], 'compare head-of-product cpo'],
    ['a route', 'Path from', ['chief'], 'path head-of-product cpo'],
    ['a route that there is not', 'Path from', ['junior'], 'path head-of-product junior-pm'],
    ['reasons', 'Why', [], 'why head-of-product'],
    ['a skill of the role', 'Which other', [''], 'skills leadership'],
    ['another skill', 'Which other', ['customer kn'], 'skills customer-knowledge'],
  ])('answers with %s, and stays where it is', async (_what, start, typed, line) => {
    const argv = ['head', '--width', '70'];
    const outcome = await explore(argv, [answer('head-of-product', start), ...typed, 'quit']);
    expect(named(outcome)).toEqual(['show head-of-product', line]);
    expect(outcome.stdout).toBe(await outputOf('show head-of-product --width 70', `${line} --width 70`));
    expect(outcome).toMatchObject({ code: 0 });
    expect(outcome.asked.at(-1)).toBe('Head of Product: What next?');
  });

  it.each([
    ['Compare', ['back']],
    ['Compare', ['chief', 'back']],
    ['Go to', ['back']],
    ['Path from', ['back']],
    ['Which other', ['Back']],
  ])('thinks better of "%s" with %j', async (start, typed) => {
    const outcome = await explore(['head'], [answer('head-of-product', start), ...typed, 'quit']);
    expect(outcome).toMatchObject({ code: 0, stdout: await outputOf('show head-of-product') });
    expect(named(outcome)).toEqual(['show head-of-product']);
  });

  it('shows what is called so beside the way out', async () => {
    const ladder = ladderOf(`
id: web
title: Web
areas: [{ id: all, title: All }]
skills: [{ id: feedback, name: Giving feedback }]
roles:
  - { id: be, title: Backend Engineer, rank: 1, skills: [feedback] }
  - { id: fe, title: Frontend Engineer, rank: 2, skills: [feedback] }
`);
    const answers = menuOf(createCatalog(ladder), ladder.roles[1]!).map(([text]) => text);
    const number = (start: string): string => String(answers.findIndex((text) => text.startsWith(start)) + 1);
    const typed = [number('Go to'), 'back', number('Which other'), 'back', number('Go to'), 'backe', 'quit'];
    const outcome = await explore(['fe'], typed, { ladder });
    expect(outcome.found).toEqual([
      ['(back)', 'Backend Engineer'],
      ['(back)', 'Giving feedback'],
      ['Backend Engineer'],
    ]);
    expect(named(outcome)).toEqual(['show fe', 'show be']);
  });

  it.each([
    ['where to start', [], ['q']],
    ['a role to go to', ['head'], [answer('head-of-product', 'Go to'), 'q']],
    ['a role to compare', ['head'], [answer('head-of-product', 'Compare'), 'q']],
    ['a skill', ['head'], [answer('head-of-product', 'Which other'), 'q']],
  ])('can be left at %s', async (_what, argv, typed) => {
    expect(await explore(argv, typed)).toMatchObject({ code: 0 });
  });

  it('can be left while roles are chosen', async () => {
    expect(await explore(['head'], [answer('head-of-product', 'Compare'), 'chief', 'quit'])).toMatchObject({ code: 0 });
  });

  it('is interrupted with 130, and says nothing', async () => {
    const { code, stderr } = await explore(['head', '--no-color'], []);
    expect(code).toBe(130);
    expect(stderr).toBe('\nRun this again: pmroles show head-of-product\n\n');
  });

  it('names commands that speak of the same ladder', async () => {
    const file = templateFile('engineering');
    const outcome = await explore(['--data', file, 'staff', '--accessible'], ['quit']);
    expect(named(outcome)).toEqual([`show staff-engineer --data ${file}`]);
  });

  it('writes out what a ladder would send to the terminal', async () => {
    const { roles, skills, ...rest } = shippedLadder();
    const ladder = {
      ...rest,
      roles: roles.map((role) => ({ ...role, title: `${role.title}\u001b[2J` })),
      skills: skills.map((skill) => ({ ...skill, name: `${skill.name}\u009b2J` })),
    };
    const typed = ['1', '3', '4', 'head', '2', 'chief', '1', '7', '', 'quit'];
    const outcome = await explore(['junior-pm'], typed, { ladder });
    expect(outcome.code).toBe(0);
    const shown = [...outcome.asked, ...outcome.offered.flat()].join('') + outcome.stderr.replaceAll('\n', '');
    expect(shown).toContain('<U+001B>[2J');

    expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });

  it('writes long answers without a pager, which would come between them and the menu', async () => {
    const { paged, stdout } = await explore(['head'], ['quit'], { terminal: 80, rows: 10 });
    expect(paged).toEqual([]);
    expect(stdout).toContain('Head of Product');
  });

  it('needs somebody to ask', async () => {
    const { code, stdout, stderr } = await runIn(['explore', 'cpo']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    for (const command of ['show', 'compare', 'path', 'why', 'skills']) expect(stderr).toContain(command);
  });

  it('is text alone', async () => {
    expect(await explore(['cpo', '--json'], ['quit'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('formats: text'),
    });
  });

  it.each(examplesOf('explore').map(({ line }) => line))('does what help shows: %s', async (line) => {
    expect(
      (await runIn(splitWords(line).slice(1), { typed: line.includes(' explore ') ? ['quit'] : ['', 'quit'] })).code,
    ).toBe(0);
  });
});

const LADDERS = [shippedLadder(), ...Object.keys(TEMPLATES).map((name) => loadLadder(templateFile(name)).ladder)];

describe.each(LADDERS.map((ladder) => ({ title: ladder.title, ladder })))('the menus of $title', ({ ladder }) => {
  const catalog = createCatalog(ladder);

  it('have a key for each answer, and name every move that they offer', () => {
    for (const role of ladder.roles) {
      const menu = menuOf(catalog, role);
      expect(menu.length).toBeLessThanOrEqual(9);
      expect(new Set(menu.map(([text]) => text)).size).toBe(menu.length);
      const goes = menu.flatMap(([, action]) => (action.kind === 'go' ? [action.role.id] : []));
      expect(goes).not.toContain(role.id);
      expect(goes).toEqual(
        neighboursOf(catalog, role)
          .slice(0, 4)
          .map((near) => near.role.id),
      );
    }
  });

  it('lead to every role that a move connects', () => {
    for (const { from, to } of ladder.progressions) {
      const ends = [from, to].map((id) => neighboursOf(catalog, catalog.roles.get(id)!).map(({ role }) => role.id));
      expect(ends[0]).toContain(to);
      expect(ends[1]).toContain(from);
    }
  });
});

it('a menu tells moves of different kinds apart', () => {
  const catalog = createCatalog(loadLadder(templateFile('engineering')).ladder);
  const answers = menuOf(catalog, catalog.roles.get('staff-engineer')!).map(([text]) => text);
  expect(answers).toContain('Next: Principal Engineer (promotion)');
  expect(answers).toContain('Next: Engineering Manager (lateral move)');
});

it('a menu offers last what is doubtful, and says why', () => {
  const catalog = createCatalog(shippedLadder());
  const answers = (id: string) => menuOf(catalog, catalog.roles.get(id)!).map(([text]) => text);
  expect(answers('product-manager').slice(0, 3)).toEqual([
    'Next: Senior Product Manager (promotion)',
    'Before: Junior Product Manager (promotion)',
    'Next: Product Owner (lateral move, implied by B)',
  ]);
  expect(answers('head-of-product')[0]).toBe('Next: Director of Product (promotion)');
  expect(answers('head-of-product')).toContain('Next: Chief Product Officer (implied by B)');
});

describe('the program alone on a terminal', () => {
  const WORLD: World = { terminal: 80, rows: 24, env: { NO_COLOR: '1' } };

  it('says what to begin with, and offers to explore', async () => {
    const first = (await runIn([])).stdout;
    const outcome = await runIn([], { ...WORLD, rows: 200, typed: ['1', 'cpo', 'quit'] });
    expect(outcome).toMatchObject({ code: 0, paged: [] });
    expect(outcome.asked.slice(1)).toEqual(['Where do you want to start?', 'Chief Product Officer: What next?']);
    expect(outcome.stdout).toBe(`${first}${(await runIn(['show', 'cpo'], { ...WORLD, rows: 200 })).stdout}`);
  });

  it('offers nothing where the answer is to be JSON', async () => {
    expect(await runIn(['--json'], { ...WORLD, rows: 200, typed: ['1'] })).toMatchObject({ code: 0, asked: [] });
  });

  it.each<[string[], number]>([
    [['quit'], 0],
    [['4'], 0],
    [[], 130],
  ])('says nothing more for %j, and ends with %i', async (typed, code) => {
    const outcome = await runIn([], { ...WORLD, typed });
    expect(outcome).toMatchObject({ code, stderr: '\n' });
    expect(outcome.asked).toHaveLength(1);
  });

  it('goes on with another command', async () => {
    const { stdout } = await runIn([], { ...WORLD, rows: 200, typed: ['3'] });
    expect(stdout.endsWith((await runIn(['list'], { ...WORLD, rows: 200 })).stdout)).toBe(true);
  });

  it.each<[string, World]>([
    ['stdout is a pipe', { typed: ['1'] }],
    ['nobody can be asked', { terminal: 80, rows: 200, env: { NO_COLOR: '1' } }],
  ])('does not ask where %s', async (_why, world) => {
    const outcome = await runIn([], world);
    expect(outcome).toMatchObject({ code: 0, asked: [] });
    expect(outcome.stdout).toMatch(/^Product management · 8 roles\n/);
  });
});

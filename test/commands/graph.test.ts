/**
 * `pmroles graph` as people use it.
 */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Ladder } from '../../src/core/model.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { bareLadder, bareRole, move } from '../support/arbitrary.ts';
import { jsonOf, runIn, shippedLadder, templateFile } from '../support/fake-runtime.ts';

const graph = (argv: readonly string[], ladder?: Ladder) => runIn(['graph', ...argv], ladder ? { ladder } : {});

/** Ranks from 0 upwards, in the order given. */
const ladderOf = (ids: readonly string[], moves: Parameters<typeof bareLadder>[1]): Ladder =>
  bareLadder(
    ids.map((id, rank) => bareRole(id, rank)),
    moves,
  );

const chain = (length: number): Ladder => {
  const ids = Array.from({ length }, (_, index) => `r${String(index).padStart(3, '0')}`);
  return ladderOf(
    ids,
    ids.slice(1).map((id, index) => move(ids[index]!, id)),
  );
};

describe('the shipped ladder', () => {
  it('is drawn by rank and track', async () => {
    expect((await graph(['--width', '80'])).stdout).toBe(`Product management · 8 roles, 10 moves

   Individual contributor                                 Leadership
7                                                         Chief Product Officer
                                                          ↑
6                                                         Director of Product
                                                          ↑
5                                                         Head of Product

4  Product Lead
   ↑ implied
3  Senior Product Manager
   ↑
2  Product Manager ─── implied ──→ Product Owner
   ↑
1  Junior Product Manager

Promotion  Senior Product Manager → Head of Product
           Product Lead → Head of Product (implied)
           Head of Product → Chief Product Officer (implied)
Lateral    Product Owner → Senior Product Manager (implied)

↑ promotion, → lateral, stated where nothing else is said
`);
  });

  it('is drawn in ASCII, with a route set off', async () => {
    const { stdout } = await graph(['--width', '60', '--ascii', '--from', 'product-owner', '--to', 'head-of-product']);
    expect(stdout).toContain(`
4  Product Lead
   ^ implied
3  @ Senior Product Manager
   ^ lateral, implied
2  @ Product Owner
   Product Manager
   ^
1  Junior Product Manager

Promotion  Product Manager -> Senior Product Manager
           Senior Product Manager -> @ Head of Product
`);
    expect(stdout).toContain('\n^ promotion, @ highlighted, stated where nothing else is\n  said\n');
  });

  it('is a list where the grid has no room, and where nothing is to be drawn', async () => {
    const narrow = await graph(['--width', '40']);
    expect(narrow.stdout).toContain(`
Head of Product
  → Director of Product
  → Chief Product Officer (implied)

Product Lead
  → Head of Product (implied)
`);
    const heard = await graph(['--accessible', '--width', '40']);
    expect(heard.stdout).toContain(`
Head of Product
  to: Director of Product
  to: Chief Product Officer (implied)
`);
  });
});

describe('the grid', () => {
  it('says of every move what it is that it does not show', async () => {
    const ladder = bareLadder(
      [bareRole('a', 1), bareRole('b', 1), bareRole('c', 2), bareRole('d', 2), bareRole('alone', 2), bareRole('e', 4)],
      [
        move('a', 'b', { kind: 'track-change', basis: 'editorial' }),
        move('b', 'a', { kind: 'track-change', basis: 'editorial' }),
        move('b', 'a', { kind: 'lateral', basis: 'implied' }),
        move('a', 'c'),
        move('c', 'a', { kind: 'step-back' }),
        move('c', 'd', { kind: 'lateral' }),
        move('d', 'c', { kind: 'lateral' }),
        move('c', 'e', { basis: 'implied' }),
        move('d', 'e'),
        move('e', 'e', { kind: 'lateral' }),
      ],
    );
    expect((await graph(['--width', '80'], ladder)).stdout).toBe(`Random · 6 roles, 9 moves

3  E
   ↑ implied
2  C                ALONE                D
   ↑
1  A ←─ implied ─── B

Promotion     D → E
Lateral       C → D
              D → C
              E → E
Track change  A → B (editorial)
              B → A (editorial)
Step back     C → A

No moves  ALONE

↑ promotion, → lateral, stated where nothing else is said
`);
  });

  it('wraps long titles, and runs lines by them', async () => {
    const ladder = ladderOf(['a', 'b', 'c', 'd'], [move('a', 'c'), move('b', 'd')]);
    const titles = new Map([['c', 'word '.repeat(9)]]);
    const named: Ladder = {
      ...ladder,
      tracks: ['left', 'right'].map((id) => ({ id, title: id.toUpperCase() })),
      roles: ladder.roles.map((role) => ({
        ...role,
        title: `${titles.get(role.id) ?? ''}${role.id}`,
        track: 'ac'.includes(role.id) ? 'left' : 'right',
      })),
    };
    expect((await graph(['--width', '50'], named)).stdout).toContain(`
   LEFT                                      RIGHT
4                                            d
                                             ↑
3  word word word word word word word        │
    word word c                              │
   ↑                                         │
2  │                                         b
   │
1  a
`);
  });

  it('sets tracks below each other that have no room side by side', async () => {
    const plain = ladderOf(['a', 'b', 'c', 'd'], [move('a', 'b'), move('b', 'c'), move('c', 'd')]);
    const ladder: Ladder = {
      ...plain,
      tracks: [
        { id: 'x', title: 'Landvermessungswesens' },
        { id: 'y', title: 'Datenschutzbeauftragtenwesen' },
      ],
      roles: plain.roles.map((role, index) => ({ ...role, track: index < 2 ? 'x' : 'y' })),
    };
    expect((await graph(['--width', '50'], ladder)).stdout).toContain(`
   Landvermessungswesens
2  B
   ↑
1  A

   Datenschutzbeauftragtenwesen
4  D
   ↑
3  C

Between these tracks

Promotion  B → C
`);
  });
});

describe('what is drawn', () => {
  it('is one track, and says what is left out', async () => {
    const { stdout } = await graph(['--track', 'leadership', '--width', '80']);
    expect(stdout).toContain('3 roles, 3 moves');
    expect(stdout).toContain('Not in the picture: 5 roles, 7 moves.');
  });

  it('is all of a small ladder around a role, and of a large one what is a move away', async () => {
    expect((await jsonOf(['graph', '--role', 'cpo'])).data).toMatchObject({
      highlighted: { roles: ['cpo'], moves: [] },
      leftOut: { roles: 0, moves: 0 },
    });
    const large = chain(40);
    const { stdout } = await graph(['--role', 'r020', '--width', '80'], large);
    expect(stdout).toContain('22  R021\n    ↑\n21  ◆ R020\n    ↑\n20  R019\n');
    expect(stdout).toContain('Not in the picture: 37 roles, 37 moves (all of it: --whole).');
    expect((await jsonOf(['graph', '--role', 'r020', '--whole'], { ladder: large })).data).toMatchObject({
      leftOut: { roles: 0 },
    });
  });

  it('is a route, or the news that there is none', async () => {
    expect((await jsonOf(['graph', '--from', 'head-of-product', '--to', 'cpo'])).data).toMatchObject({
      route: { roles: ['head-of-product', 'director-of-product', 'cpo'] },
      highlighted: { moves: [{ to: 'director-of-product' }, { from: 'director-of-product' }] },
    });
    const none = await graph(['--from', 'cpo', '--to', 'junior-pm']);
    expect(none).toMatchObject({ code: 1, stderr: '' });
    expect(none.stdout).toContain('No route from Chief Product Officer to Junior Product Manager.');
  });
});

it('refuses half a route, an unknown format, and an SVG that nobody could read', async () => {
  expect(await graph(['--path', 'junior-pm', 'cpo', '--format', 'svg'])).toEqual(
    await graph(['--from', 'junior-pm', '--to', 'cpo', '--format', 'svg']),
  );
  for (const roles of [['cpo'], ['cpo', 'pm', 'po'], ['pm', 'cpo', '--from', 'po']]) {
    expect(await graph(['--path', ...roles])).toMatchObject({ code: 2, stdout: '' });
  }
  expect(await graph(['--from', 'cpo'])).toMatchObject({ code: 2, stdout: '' });
  expect((await graph(['--from', 'cpo', '--to', 'cpo'])).stderr).toBe(
    'pmroles: from and to are the same role: cpo\n  name two different roles, or highlight one with --role\n',
  );
  expect((await graph(['--format', 'svgg'])).stderr).toContain('did you mean svg?');
  expect((await graph(['--format', 'svg'], chain(1001))).stderr).toContain(
    '1001 roles and 1000 moves are too many for one SVG',
  );
});

it('takes a role without --role', async () => {
  expect(await graph(['head', 'of', 'product'])).toEqual(await graph(['--role', 'head-of-product']));
  expect(await graph(['cpo', '--role', 'pm'])).toMatchObject({ code: 2, stdout: '' });
  expect((await graph(['hed'])).stderr).toContain('no role is called "hed"');
});

it('draws roles whose ids every object has', async () => {
  const ids = ['constructor', '__proto__', 'toString', 'valueOf', 'has-own-property'];
  const ladder = ladderOf(
    ids,
    ids.slice(1).map((id, index) => move(ids[index]!, id)),
  );
  const { code, stdout } = await graph(['--format', 'svg'], ladder);
  expect(code).toBe(0);
  expect(Array.from(stdout.matchAll(/data-role="([^"]+)"/g), ([, id]) => id)).toEqual(ids);
  expect(stdout.match(/data-from=/g)).toHaveLength(4);
});

describe('SVG', () => {
  const boxesOf = (svg: string): Map<string, { x: number; width: number }> =>
    new Map(
      Array.from(svg.matchAll(/data-role="([^"]+)".*?<rect x="([^"]+)" y="[^"]+" width="([^"]+)"/g), (found) => [
        found[1]!,
        { x: Number(found[2]), width: Number(found[3]) },
      ]),
    );

  it('draws the roles of a track together', async () => {
    const plain = ladderOf(
      ['a0', 'b0', 'a1', 'b1', 'a2', 'b2'],
      [move('a0', 'a1'), move('a1', 'a2'), move('b0', 'b1'), move('b1', 'b2'), move('a0', 'b1'), move('b0', 'a1')],
    );
    const ladder: Ladder = {
      ...plain,
      tracks: [
        { id: 'a', title: 'A' },
        { id: 'b', title: 'B' },
      ],
      roles: plain.roles.map((role) => ({ ...role, track: role.id.charAt(0) })),
    };
    const boxes = boxesOf((await graph(['--format', 'svg'], ladder)).stdout);
    const [a, b] = ['a', 'b'].map((track) => [...boxes].filter(([id]) => id.startsWith(track)).map(([, box]) => box));
    const ends = [a!, b!].map((column) => ({
      left: Math.min(...column.map(({ x }) => x)),
      right: Math.max(...column.map(({ x, width }) => x + width)),
    }));
    expect(ends[0]!.right < ends[1]!.left || ends[1]!.right < ends[0]!.left).toBe(true);
  });

  it('keeps its size, and where its cards stand, whatever is set off', async () => {
    const { stdout } = await graph(['--format', 'svg']);
    expect(stdout).not.toContain('max-width');
    const route = (await graph(['--format', 'svg', '--path', 'junior-pm', 'cpo'])).stdout;
    expect(boxesOf(route)).toEqual(boxesOf(stdout));
    const classes = (svg: string): string[] =>
      Array.from(svg.matchAll(/class="(?:role|move) [a-z0-9-]+ (chosen|aside)"/g), ([, side]) => side!);
    // The roles and moves of the route, and all others of the eight and the ten lines.
    expect(classes(stdout)).toEqual([]);
    const { data } = (await jsonOf(['graph', '--path', 'junior-pm', 'cpo'])) as {
      data: { route: { roles: string[] } };
    };
    const { length } = data.route.roles;
    expect(classes(route).filter((side) => side === 'chosen')).toHaveLength(2 * length - 1);
    expect(classes(route)).toHaveLength((route.match(/ data-role=| data-from=/g) ?? []).length);
  });

  it('shows the levels of skills where the ladder has levels, and else how much there is', async () => {
    const { stdout } = await graph(['--format', 'svg']);
    expect(stdout).toContain('>16 responsibilities · 7 skills<');
    expect(stdout).not.toContain('class="l1"');
    const levelled = loadLadder(templateFile('engineering')).ladder;
    const svg = (await graph(['--format', 'svg'], levelled)).stdout;
    const [, card] = /data-role="graduate-engineer">(.*?)<\/g>/.exec(svg)!;
    const { requirements } = levelled.roles.find(({ id }) => id === 'graduate-engineer')!;
    expect(card!.match(/M[^M]+Z/g)).toHaveLength(requirements.filter(({ level }) => level !== undefined).length);
    expect(svg).toContain('· no skills stated<');
    for (const { title: level } of levelled.levels) expect(svg).toContain(`>${level}</text>`);
  });

  it('has a legend of the line styles that occur, where there are several', async () => {
    const legend = (svg: string): string[] =>
      Array.from(svg.matchAll(/class="sample ([a-z-]+)"/g), ([, style]) => style!);
    const styles = (svg: string): Set<string> =>
      new Set(Array.from(svg.matchAll(/class="move ([a-z-]+)"/g), ([, style]) => style!));
    const { stdout } = await graph(['--format', 'svg']);
    expect(styles(stdout)).toEqual(new Set(['stated', 'implied']));
    expect(legend(stdout)).toEqual(['stated', 'implied']);
    expect(legend((await graph(['--format', 'svg'], chain(3))).stdout)).toEqual([]);
  });
});

it('writes to a file in every format, and leaves one alone that is there', async () => {
  for (const format of ['text', 'json', 'markdown', 'csv', 'mermaid', 'dot', 'svg']) {
    const saved = new Map<string, string>();
    const argv = ['graph', '--format', format];
    const { stdout } = await runIn(argv);
    // What goes to a file is neither coloured nor fitted to the terminal.
    const world = { saved, terminal: 120, env: { FORCE_COLOR: '' } };
    expect(await runIn([...argv, '-o', 'out'], world)).toMatchObject({ code: 0, stdout: '', stderr: 'wrote out\n' });
    expect(saved.get('out')).toBe(stdout);
    expect((await runIn([...argv, '-o', 'out'], world)).code).toBe(4);
    expect((await runIn([...argv, '-o', 'out', '--force'], world)).code).toBe(0);
  }
});

const hasDot = spawnSync('dot', ['-V']).status === 0;
const title = 'Graphviz reads every role and every move in the DOT';
it.skipIf(!hasDot)(hasDot ? title : `SKIPPED: ${title} (no dot here)`, async () => {
  for (const ladder of [
    shippedLadder(),
    ...['small', 'engineering', 'craft'].map((name) => loadLadder(templateFile(name)).ladder),
  ]) {
    const { stdout } = await graph(['--format', 'dot'], ladder);
    const { status, stderr, stdout: read } = spawnSync('dot', ['-Tjson0'], { input: stdout, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { objects, edges } = JSON.parse(read) as {
      objects: { name: string; _gvid: number; label?: string }[];
      edges: { tail: number; head: number }[];
    };
    const nodes = objects.filter(({ name }) => ladder.roles.some(({ id }) => id === name));
    expect(nodes.map(({ name, label }) => [name, label]).sort()).toEqual(
      ladder.roles.map(({ id, title: called }) => [id, called]).sort(),
    );
    const idOf = (number: number): string => objects.find((entry) => entry._gvid === number)!.name;
    expect(edges.map(({ tail, head }) => `${idOf(tail)} ${idOf(head)}`).sort()).toEqual(
      [
        ...new Map(
          ladder.progressions.map((entry) => [`${entry.from} ${entry.to} ${entry.kind}`, `${entry.from} ${entry.to}`]),
        ).values(),
      ].sort(),
    );
  }
});

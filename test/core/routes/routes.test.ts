import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Catalog, createCatalog, roleOf } from '../../../src/core/catalog.ts';
import { PmrolesError } from '../../../src/core/errors.ts';
import { BASES, type Ladder, type Progression } from '../../../src/core/model.ts';
import { type DeadEnd, findRoutes, MOST_VIA, type RouteQuery } from '../../../src/core/routes/routes.ts';
import { bareLadder, bareRole, graphLadder, move, routeQuery } from '../../support/arbitrary.ts';
import { levelledCatalog, plainCatalog, shippedCatalog } from '../../support/ladders.ts';
import { runs } from '../../support/thorough.ts';

const QUERY: RouteQuery = {
  from: '',
  to: '',
  most: 3,
  via: [],
  avoid: [],
  kinds: [],
  sources: [],
  fewest: false,
};

const routesOf = (catalog: Catalog, query: RouteQuery) => findRoutes(catalog, query.from, query.to, query);

interface Walk {
  readonly roles: readonly string[];
  readonly unstated: number;
}

/** The progressions that a query allows, found without any of the program's own lookups. */
function allowed(ladder: Ladder, query: RouteQuery): Progression[] {
  const sourceOf = (cite: string) =>
    ladder.sources.find((source) => source.id === cite || source.facts.some((fact) => fact.id === cite))!.id;
  return ladder.progressions.filter(
    ({ from, to, kind, cites }) =>
      from !== to &&
      !query.avoid.includes(from) &&
      !query.avoid.includes(to) &&
      (query.kinds.length === 0 || query.kinds.includes(kind)) &&
      (query.sources.length === 0 || cites.some((cite) => query.sources.includes(sourceOf(cite)))),
  );
}

/** Every route, by walking them all, ranked by sorting them all. */
function oracle(ladder: Ladder, query: RouteQuery): Walk[] {
  const edges = allowed(ladder, query);
  const order = ladder.roles.map((role) => role.id);
  const found: Walk[] = [];
  const walk = (roles: readonly string[], unstated: number): void => {
    const last = roles.at(-1)!;
    if (last === query.to) {
      if (query.via.every((id) => roles.includes(id))) found.push({ roles, unstated });
      return;
    }
    for (const to of order) {
      const between = edges.filter((edge) => edge.from === last && edge.to === to);
      if (between.length === 0 || roles.includes(to)) continue;
      walk([...roles, to], unstated + (between.some((edge) => edge.basis === 'stated') ? 0 : 1));
    }
  };
  walk([query.from], 0);
  // Roles are tried in the ladder's order and sorting is stable, so ties already stand by the roles on the way.
  const rank = (a: Walk, b: Walk): readonly [number, number] => [
    a.unstated - b.unstated,
    a.roles.length - b.roles.length,
  ];
  return found.sort((a, b) => {
    const [unstated, moves] = rank(a, b);
    return query.fewest ? moves || unstated : unstated || moves;
  });
}

/** What is known of a dead end, by brute force. */
function deadEndOracle(ladder: Ladder, query: RouteQuery): DeadEnd {
  const edges = allowed(ladder, query);
  const distance = new Map<string, number>([[query.from, 0]]);
  for (let round = 1; round <= ladder.roles.length; round++) {
    const reached = edges.filter((edge) => distance.get(edge.from) === round - 1).map((edge) => edge.to);
    for (const id of reached) if (!distance.has(id)) distance.set(id, round);
  }
  const goal = ladder.roles.find((role) => role.id === query.to)!.rank;
  const candidates = ladder.roles
    .filter((role) => role.id !== query.from && role.id !== query.to && distance.has(role.id))
    .map((role) => ({ role: role.id, moves: distance.get(role.id)!, gap: Math.abs(role.rank - goal) }))
    .sort((a, b) => a.gap - b.gap || a.moves - b.moves);
  const [nearest] = candidates;
  return {
    ...(nearest ? { nearest: { role: nearest.role, moves: nearest.moves } } : {}),
    reverse: oracle(ladder, { ...query, from: query.to, to: query.from }).length > 0,
    withoutLimits: oracle(ladder, { ...query, via: [], avoid: [], kinds: [], sources: [] }).length > 0,
  };
}

const asked = (least: number, most: number, mostVia: number) =>
  graphLadder({ least, most }).chain((ladder) =>
    fc.record({ ladder: fc.constant(ladder), query: routeQuery(ladder, mostVia) }),
  );

/** What holds for the answer to any query. */
function expectSound(ladder: Ladder, query: RouteQuery): void {
  const edges = allowed(ladder, query);
  const { routes, complete, deadEnd } = routesOf(createCatalog(ladder), query);
  expect(complete).toBe(true);
  expect(routes.length).toBeLessThanOrEqual(query.most);
  for (const { roles, moves, unstated } of routes) {
    expect(new Set(roles).size).toBe(roles.length);
    expect([roles[0], roles.at(-1)]).toEqual([query.from, query.to]);
    expect(moves.map((step) => step.from)).toEqual(roles.slice(0, -1));
    expect(moves.map((step) => step.to)).toEqual(roles.slice(1));
    for (const { from, to, progressions } of moves) {
      const between = edges.filter((edge) => edge.from === from && edge.to === to);
      expect(progressions).toHaveLength(between.length);
      expect(new Set(progressions)).toEqual(new Set(between));
      const bases = progressions.map(({ basis }) => BASES.indexOf(basis));
      expect(bases).toEqual([...bases].sort((a, b) => a - b));
    }
    expect(unstated).toBe(moves.filter((step) => step.progressions.every((edge) => edge.basis !== 'stated')).length);
  }
  expect(deadEnd === undefined).toBe(routes.length > 0);
}

const walks = (ladder: Ladder, query: RouteQuery): Walk[] =>
  routesOf(createCatalog(ladder), query).routes.map(({ roles, unstated }) => ({ roles, unstated }));

describe('findRoutes against a walk of all routes', () => {
  it('ranks the same routes first, ties included, on random graphs', () => {
    fc.assert(
      fc.property(asked(2, 7, 0), ({ ladder, query }) => {
        expect(walks(ladder, query)).toEqual(oracle(ladder, query).slice(0, query.most));
        expectSound(ladder, query);
      }),
      { seed: 16, numRuns: runs(300, 3000) },
    );
  });

  it('ranks the same routes via up to two roles first on random graphs, by moves and what is stated', () => {
    const rank = (walk: Walk) => `${walk.unstated} unstated, ${walk.roles.length} roles`;
    fc.assert(
      fc.property(asked(3, 7, 2), ({ ladder, query }) => {
        const expected = oracle(ladder, query);
        const found = walks(ladder, query);
        expect(found.map(rank)).toEqual(expected.slice(0, query.most).map(rank));
        const known = new Set(expected.map((walk) => walk.roles.join()));
        for (const { roles } of found) expect(known).toContain(roles.join());
        expect(new Set(found.map((walk) => walk.roles.join())).size).toBe(found.length);
        expectSound(ladder, query);
      }),
      { seed: 17, numRuns: runs(300, 3000) },
    );
  });

  it('breaks ties by the roles on the way also for routes via other roles', () => {
    fc.assert(
      fc.property(asked(3, 7, 2), ({ ladder, query }) => {
        expect(walks(ladder, query)).toEqual(oracle(ladder, query).slice(0, query.most));
      }),
      { seed: 18, numRuns: runs(300, 3000) },
    );
  });

  it('says of a dead end what a walk of everything says', () => {
    let deadEnds = 0;
    fc.assert(
      fc.property(asked(2, 6, 1), ({ ladder, query }) => {
        const { deadEnd } = routesOf(createCatalog(ladder), query);
        if (!deadEnd) return;
        deadEnds++;
        expect(deadEnd).toEqual(deadEndOracle(ladder, query));
      }),
      { seed: 19, numRuns: runs(200, 2000) },
    );
    expect(deadEnds).toBeGreaterThan(runs(30, 300));
  });
});

describe('findRoutes', () => {
  const shippedRoutes = (query: Partial<RouteQuery>) =>
    routesOf(shippedCatalog(), { ...QUERY, from: 'junior-pm', to: 'cpo', ...query }).routes.map(({ roles }) => roles);
  const STATED = ['junior-pm', 'product-manager', 'senior-pm', 'head-of-product', 'director-of-product', 'cpo'];

  it('puts the five stated moves of the shipped ladder first, and the shorter way over an implied move second', () => {
    const [best, second] = routesOf(shippedCatalog(), { ...QUERY, from: 'junior-pm', to: 'cpo' }).routes;
    expect(best!.roles).toEqual(STATED);
    expect(best!.unstated).toBe(0);
    expect(second!.roles).toEqual(STATED.filter((id) => id !== 'director-of-product'));
    expect(second!.unstated).toBe(1);
  });

  it('puts the shorter way first when the fewest moves are asked for', () => {
    expect(shippedRoutes({ fewest: true, most: 2 })).toEqual([
      STATED.filter((id) => id !== 'director-of-product'),
      STATED,
    ]);
  });

  it('finds all eight ways up the shipped ladder', () => {
    const routes = shippedRoutes({ most: 100 });
    expect(routes).toHaveLength(8);
    expect(new Set(routes.map((roles) => roles.join())).size).toBe(8);
  });

  it('keeps to via, avoid and source', () => {
    expect(shippedRoutes({ via: ['product-lead'], most: 1 })[0]).toContain('product-lead');
    expect(shippedRoutes({ avoid: ['director-of-product'], most: 9 }).flat()).not.toContain('director-of-product');
    expect(shippedRoutes({ sources: ['A'], most: 9 })).toEqual([STATED]);
    expect(shippedRoutes({ sources: ['B'], most: 1 })[0]).toEqual([
      'junior-pm',
      'product-manager',
      'senior-pm',
      'product-lead',
      'head-of-product',
      'cpo',
    ]);
    expect(shippedRoutes({ via: ['product-owner', 'product-lead', 'product-owner'], most: 1 })[0]).toHaveLength(8);
  });

  it('joins parallel moves into one, the best known first', () => {
    const [route] = routesOf(levelledCatalog(), { ...QUERY, from: 'apprentice', to: 'journeyman' }).routes;
    expect(route!.moves).toHaveLength(1);
    expect(route!.moves[0]!.progressions.map((edge) => edge.basis)).toEqual(['stated', 'implied']);
    expect(route!.unstated).toBe(0);
  });

  it('counts a move as unstated when the stated one is not allowed', () => {
    const query = { ...QUERY, from: 'apprentice', to: 'journeyman', sources: ['T'] };
    expect(routesOf(levelledCatalog(), query).routes.map((route) => route.unstated)).toEqual([1]);
  });

  it('uses lateral moves and steps back, unless only promotions are asked for', () => {
    const roles = (kinds: RouteQuery['kinds']) =>
      routesOf(levelledCatalog(), { ...QUERY, from: 'apprentice', to: 'owner', kinds, most: 9 }).routes.map((route) =>
        route.roles.join(' '),
      );
    expect(roles([])).toEqual([
      'apprentice journeyman foreman owner',
      'apprentice journeyman master foreman owner',
      'apprentice journeyman master owner',
    ]);
    expect(roles(['promotion'])).toEqual(['apprentice journeyman master owner']);
    expect(roles(['promotion', 'lateral'])).toHaveLength(2);
  });

  it('gives a via that is an end of the route no further meaning', () => {
    expect(shippedRoutes({ via: ['junior-pm', 'cpo'] })).toEqual(shippedRoutes({}));
  });

  it('works on a ladder without sources', () => {
    const { routes } = routesOf(plainCatalog(), { ...QUERY, from: 'helper', to: 'baker' });
    expect(routes).toMatchObject([{ roles: ['helper', 'baker'], unstated: 1 }]);
  });

  it('names the nearest role that can be reached, and that the other way round there is a route', () => {
    const search = routesOf(shippedCatalog(), { ...QUERY, from: 'cpo', to: 'junior-pm' });
    expect(search).toEqual({
      routes: [],
      complete: true,
      deadEnd: { reverse: true, withoutLimits: false },
    });
    const limited = routesOf(shippedCatalog(), {
      ...QUERY,
      from: 'junior-pm',
      to: 'cpo',
      avoid: ['head-of-product'],
    });
    expect(limited.deadEnd).toEqual({
      nearest: { role: 'product-lead', moves: 3 },
      reverse: false,
      withoutLimits: true,
    });
  });

  it('says of a role with no moves at all that nothing leads anywhere', () => {
    const { deadEnd } = routesOf(levelledCatalog(), { ...QUERY, from: 'clerk', to: 'owner' });
    expect(deadEnd).toEqual({ reverse: false, withoutLimits: false });
  });

  it.each<[string, Partial<RouteQuery>, string, string]>([
    ['equal ends', { from: 'cpo', to: 'cpo' }, 'usage', 'both ends of the route are the role cpo'],
    ['an avoided start', { avoid: ['junior-pm'] }, 'usage', 'pass and avoid the role junior-pm'],
    ['an avoided goal', { avoid: ['cpo'] }, 'usage', 'pass and avoid the role cpo'],
    ['an avoided via', { via: ['senior-pm'], avoid: ['senior-pm'] }, 'usage', 'pass and avoid the role senior-pm'],
    ['an unknown start', { from: 'nobody' }, 'unknown-role', '"nobody"'],
    ['an unknown goal', { to: 'nobody' }, 'unknown-role', '"nobody"'],
    ['an unknown via', { via: ['nobody'] }, 'unknown-role', '"nobody"'],
    ['an unknown role to avoid', { avoid: ['nobody'] }, 'unknown-role', '"nobody"'],
  ])('refuses %s', (_what, query, code, message) => {
    try {
      routesOf(shippedCatalog(), { ...QUERY, from: 'junior-pm', to: 'cpo', ...query });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PmrolesError);
      expect(error).toMatchObject({ code });
      expect((error as Error).message).toContain(message);
    }
  });

  it('takes as many vias as it says, and refuses one more', () => {
    const count = MOST_VIA + 3;
    const ids = Array.from({ length: count }, (_, index) => `r${index}`);
    const ladder = bareLadder(
      ids.map((id, index) => bareRole(id, index)),
      ids.slice(1).map((to, index) => move(ids[index]!, to)),
    );
    const query = { ...QUERY, from: ids[0]!, to: ids.at(-1)! };
    const { routes } = routesOf(createCatalog(ladder), { ...query, via: ids.slice(1, 1 + MOST_VIA) });
    expect(routes.map((route) => route.roles)).toEqual([ids]);
    expect(() => routesOf(createCatalog(ladder), { ...query, via: ids.slice(1, 2 + MOST_VIA) })).toThrow(
      `via ${MOST_VIA} roles at the most`,
    );
  });

  it('gives the ten best of a ladder of forty diamonds', () => {
    const roles = [bareRole('n00', 0)];
    const edges: Progression[] = [];
    for (let step = 1; step <= 40; step++) {
      const id = String(step).padStart(2, '0');
      const before = `n${String(step - 1).padStart(2, '0')}`;
      roles.push(bareRole(`a${id}`, step * 2 - 1), bareRole(`b${id}`, step * 2 - 1), bareRole(`n${id}`, step * 2));
      // The way over b is implied, so the more b's a route passes the later it comes.
      edges.push(move(before, `a${id}`), move(`a${id}`, `n${id}`));
      edges.push(move(before, `b${id}`, { basis: 'implied' }), move(`b${id}`, `n${id}`));
    }
    const { routes, complete } = routesOf(createCatalog(bareLadder(roles, edges)), {
      ...QUERY,
      from: 'n00',
      to: 'n40',
      most: 10,
    });
    expect(complete).toBe(true);
    expect(routes.map((route) => route.unstated)).toEqual([0, ...Array<number>(9).fill(1)]);
    expect(routes.slice(1).map((route) => route.roles.find((id) => id.startsWith('b')))).toEqual(
      Array.from({ length: 9 }, (_, index) => `b${40 - index}`),
    );
  });

  it('finds its way among thousands of roles', () => {
    const count = 3000;
    const id = (index: number) => `r${String(index).padStart(4, '0')}`;
    const roles = Array.from({ length: count }, (_, index) => bareRole(id(index), index));
    const edges = roles
      .slice(1)
      .flatMap((_, index) => [
        move(id(index), id(index + 1)),
        ...(index + 7 < count ? [move(id(index), id(index + 7), { basis: 'implied' as const })] : []),
        ...(index > 50 ? [move(id(index), id(index - 50), { kind: 'step-back' as const })] : []),
      ]);
    const catalog = createCatalog(bareLadder(roles, edges));
    const query = { ...QUERY, from: id(0), to: id(count - 1), most: 3 };
    const [best] = routesOf(catalog, query).routes;
    expect(best!.moves).toHaveLength(count - 1);
    expect(best!.unstated).toBe(0);
    const [shortest] = routesOf(catalog, { ...query, fewest: true, most: 1 }).routes;
    expect(shortest!.moves).toHaveLength(Math.floor((count - 1) / 7) + ((count - 1) % 7));
    expect(roleOf(catalog, best!.roles.at(-1)!).rank).toBe(count - 1);
  });
});

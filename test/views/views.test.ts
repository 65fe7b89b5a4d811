import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/core/catalog.ts';
import { compareRoles, type Only } from '../../src/core/compare.ts';
import { listRoles } from '../../src/core/query.ts';
import { findRoutes, type RouteQuery } from '../../src/core/routes/routes.ts';
import { searchLadder } from '../../src/core/search/search.ts';
import type { Report } from '../../src/report/report.ts';
import { renderText } from '../../src/report/text.ts';
import { compareView } from '../../src/views/compare.ts';
import { listView } from '../../src/views/list.ts';
import { joinWords } from '../../src/views/parts.ts';
import { pathView } from '../../src/views/path.ts';
import { showView } from '../../src/views/show.ts';
import { sourcesView } from '../../src/views/sources.ts';
import { catalogOf, cumulativeCatalog, levelledCatalog, plainCatalog, shippedCatalog } from '../support/ladders.ts';
import { jsonOf } from '../support/output-schema.ts';

const textOf = (report: Report, width = 200): string =>
  renderText(report, { width, paint: (_style, text) => text, ascii: false, drawn: true });
/** A report's text as if no line were ever broken. */
const unbroken = (report: Report): string => textOf(report).replace(/\s+/g, ' ');

const show = (catalog: Catalog, id: string, cites = false, full = true): Report =>
  showView(catalog, catalog.roles.get(id)!, { cites, full });
const compare = (catalog: Catalog, ids: readonly string[], only?: Only): Report =>
  compareView(catalog, compareRoles(catalog, ids, only), only, { cites: false });
function path(catalog: Catalog, from: string, to: string, more: Partial<RouteQuery> = {}, all = false): Report {
  const query = { from, to, most: 3, via: [], avoid: [], kinds: [], sources: [], fewest: false, ...more };
  return pathView(catalog, query, findRoutes(catalog, query.from, query.to, query), { cites: false, full: true, all });
}

function brief(catalog: Catalog, from: string, to: string): Report {
  const query = { from, to, most: 3, via: [], avoid: [], kinds: [], sources: [], fewest: false };
  return pathView(catalog, query, findRoutes(catalog, from, to, query), { cites: false, full: false, all: false });
}

describe('listView', () => {
  const list = (catalog: Catalog, more: { cites?: boolean; width?: number } = {}): Report =>
    listView(catalog, catalog.ladder.roles, [], { cites: false, ...more });

  it('says where each role leads, and marks what no source states', () => {
    const text = textOf(list(shippedCatalog()));
    expect(text).toContain('Product management · 8 roles');
    expect(text).toContain('→ product-owner (lateral, implied), senior-pm');
    expect(text).toMatch(/→ head-of-product \(implied\)\n/);
  });

  it('lists a role that several moves lead to once, and every move in its data', () => {
    const report = list(levelledCatalog());
    expect(textOf(report).match(/→ journeyman(?! \()/g)).toHaveLength(1);
    const { roles } = jsonOf('list', report);
    expect(roles.find((role) => role.id === 'apprentice')!.next).toHaveLength(2);
    expect(roles.find((role) => role.id === 'clerk')).toMatchObject({
      track: { id: 'lead', title: 'Leading' },
      summary: null,
      next: [],
    });
  });

  it('names the kinds of moves, and cites the moves', () => {
    const text = textOf(list(levelledCatalog(), { cites: true }));
    expect(text).toContain('foreman (track change) [S-6]');
    expect(text).toContain('→ journeyman [S-1, T]');
    expect(text).toContain('journeyman (step back, editorial)');
    // Where there is no source, no move can be anything but editorial.
    expect(textOf(list(plainCatalog()))).not.toContain('editorial');
  });

  it('puts the roles of a track together, junior to senior, unless something else sorts them', () => {
    const { roles } = shippedCatalog().ladder;
    const text = textOf(list(shippedCatalog()));
    expect(text).toMatch(/Individual contributor\n {2}1 Junior Product Manager/);
    expect(text).toMatch(/Leadership\n {2}5 Head of Product/);
    expect(textOf(listView(shippedCatalog(), roles.toReversed(), [], { cites: false }))).not.toContain('Leadership');
    // With one track there is nothing to tell apart.
    expect(textOf(list(plainCatalog())).split('\n')[2]).toMatch(/^ {2}1 /);
  });

  it('cuts a summary only where the line has no room for it', () => {
    const fitted = (width: number) => textOf(list(shippedCatalog(), { width }), width);
    expect(fitted(100)).toMatch(/Starts out .*… → product-manager\n/);
    expect(fitted(300)).not.toContain('…');
    expect(fitted(80)).not.toContain('…');
  });

  it('names the filters, and says so when no role fits', () => {
    const text = textOf(
      listView(shippedCatalog(), [], ['with Marketing', 'on the track Leadership'], { cites: false }),
    );
    expect(text).toContain('0 roles with Marketing and on the track Leadership');
    expect(text).toContain('No matches.');
  });

  it('leaves out a role that nobody holds, which show says of it', () => {
    const catalog = catalogOf(`
id: g
title: G
areas: [{ id: a, title: Work }]
roles:
  - { id: all, title: Everybody, rank: 1, abstract: true, responsibilities: [{ id: x, area: a, text: Dust. }] }
  - { id: one, title: One, rank: 2, includes: [{ role: all }] }
  - { id: two, title: Two, rank: 3 }
progressions: [{ from: all, to: one }, { from: one, to: two }]
`);
    expect(listRoles(catalog).map(({ id }) => id)).toEqual(['one', 'two']);
    expect(catalog.previous.get('one')).toBeUndefined();
    expect(textOf(show(catalog, 'all'))).toContain('Everybody · Held by nobody');
    expect(textOf(show(catalog, 'one', false, false))).toContain('Level 1 of 2');
    expect(findRoutes(catalog, 'all', 'two', { most: 1 }).routes).toEqual([]);
    expect(searchLadder(catalog, 'everybody', ['role']).hits).toEqual([]);
  });
});

describe('showView', () => {
  it('shows on a screen a line a responsibility, a line a group of skills, and moves with their doubt', () => {
    const text = textOf(show(shippedCatalog(), 'head-of-product', false, false));
    expect(text).toMatch(/^Head of Product · Level \d of \d · Leadership\n/);
    expect(text).toMatch(/^ {2}Leadership +\S.* · .* · /m);
    expect(text).toMatch(/^ {2}from {2}Senior Product Manager \(stated by A\)\n {8}Product Lead \(implied by B\)$/m);
    expect(text).toMatch(/to {4}Director of Product \(stated by A\)\. With experience\./);
    expect(text).toMatch(/^Also called head-of-product, hop, product-head\. Is /m);
    expect(unbroken(show(shippedCatalog(), 'head-of-product', false, false))).toMatch(
      /The sources differ on \d points: pmroles why head-of-product · All of it.*: --full · A = Understanding/,
    );
    expect(text).not.toContain('Compared with other roles');
  });

  it('counts on a screen what is inherited, and keeps the levels of skills', () => {
    expect(textOf(show(shippedCatalog(), 'senior-pm', false, false))).toMatch(
      /^ {2}Inherited +\d+ responsibilities of Product Manager$/m,
    );
    const text = textOf(show(levelledCatalog(), 'master', false, false));
    expect(text).toContain('Skills · levels: Awareness < Working < Expert');
    expect(text).toContain('Joinery (Expert, essential)');
  });

  it('tells silence from there being nothing to do, once', () => {
    for (const full of [true, false]) {
      const text = textOf(show(shippedCatalog(), 'product-owner', false, full));
      expect(text).toContain("Skills\nNot stated: the sources don't say.");
      expect(
        textOf(show(plainCatalog(), 'helper', false, full)).match(/Not stated: the ladder doesn't say\./g),
      ).toHaveLength(1);
      expect(textOf(show(shippedCatalog(), 'cpo', false, full))).not.toContain('Not stated');
    }
  });

  it('says of what is inherited from whom, and which levels are asked for', () => {
    const text = textOf(show(levelledCatalog(), 'master'));
    expect(text).toContain('Inherited: the responsibilities and skills of Journeyman.');
    expect(text).toContain('Build furniture. (as Journeyman)');
    expect(text).toContain('Joinery (Expert, essential) · Teaches it.');
    expect(text).toContain('Finishing (Working, useful) (as Journeyman)');
    expect(text).toContain('Levels, lowest first: Awareness < Working < Expert');
  });

  it('counts the skills that are needed, and shows those that do not apply as such', () => {
    const text = textOf(show(levelledCatalog(), 'owner'));
    expect(text).toContain('Skills · 3');
    expect(text).toContain('  Not applicable to this role\n    • Finishing\n');
  });

  it('sets groups in, to any depth, each with its own skills before the groups inside it', () => {
    const skill = (id: string, group: string) => `{ id: ${id}, name: ${id.toUpperCase()}, group: [${group}] }`;
    const catalog = catalogOf(`
id: l
title: L
skills: [${[skill('x', 'P, Q'), skill('y', 'R'), skill('z', 'P'), skill('v', 'P, Q, S, T, U, V'), skill('w', '')].join(', ')}]
roles: [{ id: a, title: A, rank: 1, skills: [v, w, x, y, z] }]
`);
    const text = textOf(show(catalog, 'a'));
    const skills = text
      .slice(text.indexOf('Skills · 5\n'), text.indexOf('\nResponsibilities'))
      .split('\n')
      .filter((line) => line !== '');
    expect(skills).toEqual([
      'Skills · 5',
      '  • W',
      '  P',
      '    • Z',
      '    Q',
      '      • X',
      '      S',
      '        T › U › V',
      '          • V',
      '  R',
      '    • Y',
    ]);
    expect(textOf(show(catalog, 'a'), 20)).toContain('T › U › V');
  });

  it('counts levels, of which roles of equal rank share one', () => {
    expect(textOf(show(levelledCatalog(), 'apprentice'))).toContain('Apprentice · Level 1 of ');
    expect(textOf(show(shippedCatalog(), 'product-owner'))).toContain('Level 2 of 7');
    expect(textOf(show(shippedCatalog(), 'product-manager'))).toContain('Level 2 of 7');
  });

  it('shows every move to and from a role, with its kind, basis and note', () => {
    const text = textOf(show(levelledCatalog(), 'journeyman'));
    expect(text).toContain('What comes before · 2 roles');
    expect(text).toContain('→ Apprentice · stated by S');
    expect(text).toContain('→ Apprentice · implied by T');
    expect(text).toContain('→ Foreman · step back, editorial');
    expect(text).toContain('→ Foreman · track change, stated by S');
    expect(text).toContain('→ Master · stated by S · After a masterpiece.');
  });

  it('shows contrasts and disagreements that the role is part of', () => {
    const text = textOf(show(levelledCatalog(), 'master', true));
    expect(text).toContain('• Foreman: The one makes and the other makes others make. [S-6]');
    // Without cites the source is named all the same: the contrast is its own word.
    expect(textOf(show(levelledCatalog(), 'master'))).toContain('makes others make. (source S)');
    expect(text).toContain('Who leads?');
    expect(text).toContain('≠ The master does. [T]');
    expect(textOf(show(levelledCatalog(), 'apprentice'))).not.toContain('Where the sources differ');
  });
});

describe('compareView', () => {
  it('introduces the roles, and says in numbers and names what each mark means', () => {
    const text = unbroken(compare(shippedCatalog(), ['head-of-product', 'cpo']));
    expect(text).toMatch(/• Head of Product · Level \d of \d · Leadership: Runs /);
    expect(text).toMatch(/= Both: \d+ responsibilit(y|ies) \(.*\) and 6 skills \(Leadership, .*, …\)/);
    expect(text).toMatch(/~ Related: \d+ responsibilities \(Product strategy; /);
    expect(text).toMatch(/\+ Only Chief Product Officer: \d+ responsibilities \(.*\) and \d skills \(Product vision, /);
    expect(unbroken(compare(levelledCatalog(), ['journeyman', 'master']))).toContain(
      '± In both, but different: 1 skill',
    );
    expect(unbroken(compare(shippedCatalog(), ['product-manager', 'head-of-product', 'cpo']))).toMatch(
      /= All: \d skills .* & Shared by some: /,
    );
  });

  it('names the way between the roles, whichever is named first', () => {
    for (const ids of [
      ['head-of-product', 'cpo'],
      ['cpo', 'head-of-product'],
    ]) {
      expect(unbroken(compare(shippedCatalog(), ids))).toContain(
        'Head of Product → Chief Product Officer: 2 moves, all stated by A pmroles path head-of-product cpo',
      );
    }
    expect(textOf(compare(plainCatalog(), ['helper', 'baker']))).toContain('pmroles path helper baker');
  });

  it('puts related work on one line, under one name', () => {
    const catalog = catalogOf(`
id: g
title: G
areas: [{ id: a, title: Work }]
roles:
  - { id: one, title: One, rank: 1, responsibilities: [{ id: x, area: a, text: Dust. }, { id: r, area: a, text: Run a shop. }] }
  - { id: two, title: Two, rank: 2, responsibilities: [{ id: s, area: a, text: Run all shops. }, { id: y, area: a, text: Count. }] }
related: [{ id: shops, title: Shops, responsibilities: [r, s] }]
`);
    const text = textOf(compare(catalog, ['one', 'two']));
    expect(text).toContain('~ Related: 2 responsibilities (Shops)');
    expect(text).toMatch(/^Work +~ Run a shop\. +~ Run all shops\.\n +\+ Dust\. +\+ Count\.$/m);
  });

  it('does not send a role to the row that it stands in, where that goes on below', () => {
    const text = textOf(compare(shippedCatalog(), ['product-manager', 'head-of-product', 'cpo']));
    const rows = text.split('\n').filter((line) => /^\S.* see /.test(line));
    for (const row of rows) {
      const [name] = row.split(/ {2,}/);
      expect(row).not.toContain(`see ${name!}`);
    }
  });

  it('tells the way between roles of one rank, whichever is named first', () => {
    const catalog = catalogOf(`
id: r
title: R
roles:
  - { id: one, title: One, rank: 1 }
  - { id: two, title: Two, rank: 1 }
progressions: [{ from: two, to: one, kind: lateral }]
`);
    for (const ids of [
      ['one', 'two'],
      ['two', 'one'],
    ]) {
      expect(textOf(compare(catalog, ids))).toContain('pmroles path two one');
    }
    expect(textOf(compare(catalog, ['one', 'two']))).toContain("Not stated: the ladder doesn't say.");
  });

  it('shows what roles that need the same skill say of it in their own words', () => {
    const catalog = catalogOf(`
id: w
title: W
skills: [{ id: kneading, name: Kneading }, { id: selling, name: Selling }]
roles:
  - { id: a, title: A, rank: 1, skills: [{ skill: kneading, text: Kneads by recipe. }, selling] }
  - { id: b, title: B, rank: 2, skills: [{ skill: kneading, text: Invents recipes. }, selling] }
`);
    expect(textOf(compare(catalog, ['a', 'b']))).toMatch(/Kneading +± Kneads by recipe\. +± Invents recipes\./);
    const changed = textOf(compare(catalog, ['a', 'b'], 'changed'));
    expect(changed).toContain('Invents recipes.');
    expect(changed).not.toContain('= Selling');
  });

  it("puts a source's own contrast before the table, with its cite though none is asked for", () => {
    const text = unbroken(compare(shippedCatalog(), ['director-of-product', 'cpo']));
    expect(text).toMatch(/Source A contrasts them: .*Director.* \[A-91\]/);
    expect(text.indexOf('contrasts them')).toBeLessThan(text.indexOf('───'));
  });

  it('says "not stated" of a silent role, and once what that means', () => {
    const text = textOf(compare(shippedCatalog(), ['product-owner', 'cpo']));
    expect(text).toContain('not stated');
    expect(text.match(/Not stated: the sources don't say\./g)).toHaveLength(1);
    expect(textOf(compare(plainCatalog(), ['helper', 'baker']))).toContain("Not stated: the ladder doesn't say.");
  });

  it('gives each skill a row where there are levels', () => {
    const text = textOf(compare(levelledCatalog(), ['journeyman', 'owner']));
    expect(text).toMatch(/Joinery\s+± Working, essential\s+± Awareness ↓, optional/);
    expect(text).toMatch(/Budgeting\s+not stated\s+\+ Expert, essential/);
  });

  it('tells what does not apply from what is not stated, with levels and without', () => {
    const levelled = textOf(compare(levelledCatalog(), ['journeyman', 'owner', 'clerk']));
    expect(levelled).toMatch(/Finishing\s+\+ Working, useful\s+not applicable\s+not stated/);
    expect(levelled).toContain('"not applicable": the ladder says that the role does not need it.');
    const plain = catalogOf(`
id: l
title: L
skills: [{ id: s, name: S }, { id: t, name: T }]
roles:
  - { id: a, title: A, rank: 1, skills: [s, { skill: t, notApplicable: true }] }
  - { id: b, title: B, rank: 2, skills: [{ skill: s, notApplicable: true }, { skill: t, notApplicable: true }] }
`);
    expect(textOf(compare(plain, ['a', 'b']))).toMatch(
      /Skills {2}\+ S +- S: not applicable\n +- T: not applicable +- T: n/,
    );
    // What applies to neither is something they have in common.
    const ruledOut = (only?: Only) =>
      jsonOf('compare', compare(plain, ['a', 'b'], only)).notApplicable.map(({ skill }) => skill);
    expect([ruledOut(), ruledOut('common'), ruledOut('changed'), ruledOut('unique')]).toEqual([
      ['s', 't'],
      ['t'],
      ['s'],
      ['s'],
    ]);
  });

  it('says in full what a level means for its skill, and how each role words its need', () => {
    const catalog = levelledCatalog();
    const report = compareView(catalog, compareRoles(catalog, ['apprentice', 'owner']), undefined, {
      cites: false,
      full: true,
    });
    const text = textOf(report);
    expect(text).toContain('= Awareness, optional · Has seen it done.'.replace('=', '±'));
    expect(text).toContain('Knows every penny. · The top.');
    expect(textOf(compare(catalog, ['apprentice', 'owner']))).not.toContain('Knows every penny.');
  });

  it('says which role a statement is inherited from', () => {
    const text = textOf(compare(cumulativeCatalog(), ['two', 'three']));
    expect(text).toContain('= Belay. (as Two)');
    expect(text).toContain('"as …": inherited from that role.');
  });

  it('says so when a filter leaves nothing', () => {
    expect(textOf(compare(levelledCatalog(), ['clerk', 'owner'], 'common'))).toContain(
      'Nothing to show under this filter.',
    );
  });

  it('keeps the filter and the counts before it in its data', () => {
    const all = jsonOf('compare', compare(shippedCatalog(), ['product-manager', 'cpo']));
    const common = jsonOf('compare', compare(shippedCatalog(), ['product-manager', 'cpo'], 'common'));
    expect([all.only, common.only]).toEqual([null, 'common']);
    expect(common.counts).toEqual(all.counts);
  });
});

describe('pathView', () => {
  it('explains the ranking, sums the route up, and shows where other routes differ', () => {
    const text = unbroken(path(shippedCatalog(), 'junior-pm', 'cpo'));
    expect(text).toContain('5 moves, all stated by A');
    expect(text).toContain('Best-sourced route first, then the shortest.');
    expect(text).toContain('4 moves as above to Head of Product → Chief Product Officer (implied by B)');
    expect(text).toContain(
      '6 moves as above to Product Manager → Product Owner → Senior Product Manager, then as above (lateral move, implied by B)',
    );
    expect(unbroken(path(shippedCatalog(), 'junior-pm', 'cpo', { fewest: true }))).toContain('Shortest route first.');
    expect(text).toContain('A = Understanding the Different Roles in Product Management (2024) · B = ');
  });

  it('shows every route when all are asked for', () => {
    const text = textOf(path(shippedCatalog(), 'junior-pm', 'cpo', {}, true));
    for (const number of [1, 2, 3]) expect(text).toContain(`Route ${number}\n`);
    expect(text).not.toContain('Other routes');
  });

  it('says in full what rises and falls, what comes back, and what is not stated', () => {
    const text = textOf(path(levelledCatalog(), 'apprentice', 'owner'));
    expect(text).toContain('↑ Joinery: Awareness → Working');
    expect(text).toContain('↓ Joinery: Working → Awareness · Has seen it done.');
    expect(text).toContain('? No skills are stated for Foreman.');
    expect(text).toContain('? No skills are stated for Foreman: measured against Journeyman.');
    expect(text).toContain('track change, stated by S · Craft → Leading');
    const shipped = textOf(path(shippedCatalog(), 'junior-pm', 'cpo'));
    expect(shipped).toMatch(/Back again\n(.*\n)*? +• User experience \(from Product Manager\)/);
    expect(shipped).toMatch(/~ Look after a portfolio|~ Balance .* \(before: .*portfolio/);
  });

  it('shows the size and the most telling of each step where not all is asked for', () => {
    const text = textOf(brief(levelledCatalog(), 'apprentice', 'owner'));
    expect(text).toMatch(/1\. Journeyman +█+░* +\d+ new/);
    expect(text).toContain('Everything at each step: --full.');
    expect(text).not.toContain('Carries over');
    const shipped = textOf(brief(shippedCatalog(), 'junior-pm', 'cpo'));
    expect(shipped.match(/ · and \d+ more$/gm)!.length).toBeGreaterThan(3);
    expect(shipped.match(/^ {5}\+ /gm)!.length).toBeLessThanOrEqual(15);
  });

  it('draws no bar for a single step, which has nothing to be measured against', () => {
    const text = textOf(brief(shippedCatalog(), 'product-manager', 'senior-pm'));
    expect(text).toMatch(/^6 new$/m);
    expect(text).not.toContain('█');
    // There is room for all of it.
    expect(text.match(/^ {2}\+ /gm)).toHaveLength(6);
  });

  it('says where all counts as new because nothing was stated before', () => {
    expect(unbroken(brief(shippedCatalog(), 'product-owner', 'senior-pm'))).toContain('no skills stated before');
    expect(unbroken(brief(shippedCatalog(), 'junior-pm', 'product-manager'))).not.toContain('stated before');
  });

  it('names each kind of two moves between the same roles', () => {
    const catalog = catalogOf(`
id: k
title: K
roles: [{ id: one, title: One, rank: 1 }, { id: two, title: Two, rank: 2 }]
progressions: [{ from: one, to: two, kind: lateral }, { from: one, to: two }]
`);
    expect(unbroken(brief(catalog, 'one', 'two'))).toMatch(/lateral move or promotion|promotion or lateral move/);
  });

  it('draws a role of which nothing is stated as unknown, not as a small step', () => {
    const catalog = catalogOf(`
id: q
title: Q
areas: [{ id: a, title: A }]
roles:
  - { id: one, title: One, rank: 1, responsibilities: [{ area: a, text: D. }] }
  - { id: two, title: Two, rank: 2 }
  - { id: three, title: Three, rank: 3, responsibilities: [{ area: a, text: E. }] }
progressions: [{ from: one, to: two }, { from: two, to: three }]
`);
    const text = textOf(brief(catalog, 'one', 'three'));
    expect(text).toMatch(/1\. Two +\? +not stated$/m);
    expect(text).toMatch(/2\. Three +█+ +1 new$/m);
  });

  it('says of one move that it is stated, not that all are', () => {
    expect(textOf(path(shippedCatalog(), 'director-of-product', 'cpo'))).toContain('1 move, stated by A');
    expect(textOf(path(shippedCatalog(), 'product-lead', 'head-of-product'))).toContain('1 move, implied by B');
  });

  it('says that there is no route, what can be reached, and that the other way round there is one', () => {
    const text = textOf(path(shippedCatalog(), 'cpo', 'junior-pm'));
    expect(text).toContain('There is no route from Chief Product Officer to Junior Product Manager.');
    expect(text).toContain('No role can be reached from Chief Product Officer.');
    expect(text).toContain('pmroles path junior-pm cpo');
    const limited = textOf(path(shippedCatalog(), 'junior-pm', 'cpo', { avoid: ['head-of-product'] }));
    expect(limited).toContain('under these limits');
    expect(limited).toContain('Without the limits (via, avoid, kind, source) there is a route.');
    expect(limited).toContain('Nearest to it in rank that can be reached: Product Lead, in 3 moves.');
    const neither = textOf(path(shippedCatalog(), 'cpo', 'junior-pm', { kinds: ['lateral'] }));
    expect(neither).toContain('There is none without the limits (via, avoid, kind, source) either.');
  });

  it('keeps routes, steps and dead ends in its data', () => {
    const data = jsonOf('path', path(shippedCatalog(), 'junior-pm', 'cpo'));
    expect(data.deadEnd).toBeNull();
    for (const { roles, steps } of data.routes) {
      expect(steps.map((step) => step.from)).toEqual(roles.slice(0, -1));
      expect(steps.map((step) => step.to)).toEqual(roles.slice(1));
    }
    expect(jsonOf('path', path(shippedCatalog(), 'cpo', 'junior-pm'))).toMatchObject({
      routes: [],
      deadEnd: { nearest: null, reverse: true, withoutLimits: false },
    });
  });

  it('says so when the search was given up', () => {
    const query = { from: 'junior-pm', to: 'cpo', most: 1, via: [], avoid: [], kinds: [], sources: [], fewest: false };
    const search = { ...findRoutes(shippedCatalog(), query.from, query.to, query), complete: false };
    const report = pathView(shippedCatalog(), query, search, { cites: false, full: true, all: false });
    expect(textOf(report)).toContain('The search was given up');
    expect(jsonOf('path', report)).toMatchObject({ complete: false });
  });

  it('shows on what ground a skill or a kept responsibility is taken over, as show does', () => {
    const query = {
      from: 'apprentice',
      to: 'master',
      most: 1,
      via: [],
      avoid: [],
      kinds: [],
      sources: [],
      fewest: false,
    };
    const report = pathView(levelledCatalog(), query, findRoutes(levelledCatalog(), query.from, query.to, query), {
      cites: true,
      full: true,
      all: false,
    });
    // Journeyman's finishing and building carry over to the master because S-5 says so.
    expect(textOf(report)).toContain('[S-5]');
  });
});

describe('sourcesView', () => {
  it('lists every source with what is known of it, and every fact', () => {
    const text = textOf(sourcesView(levelledCatalog(), { cites: false }));
    expect(text).toContain('Sources of Workshop · 2 sources, 8 facts');
    expect(text).toContain("S · The Carpenter's Almanac");
    for (const known of [
      'Dated 1901-02-03',
      'https://example.org/almanac',
      'Third printing.',
      'S-8 Fact the eighth.',
    ]) {
      expect(text).toContain(known);
    }
    expect(text).toContain('Ranks are ours. [editorial]');
  });

  it('has a row for each source, fact, position and note', () => {
    const { rows } = sourcesView(levelledCatalog(), { cites: false }).records();
    const kinds = rows.map(([kind]) => kind);
    const countOf = (kind: string): number => kinds.filter((entry) => entry === kind).length;
    expect(['source', 'fact', 'disagreement', 'note'].map(countOf)).toEqual([2, 8, 2, 2]);
    expect(rows).toContainEqual(['disagreement', '', 'who-leads', 'The master does.', '', '', 'T']);
  });

  it('says of a ladder without sources that it has none', () => {
    const text = textOf(sourcesView(plainCatalog(), { cites: false }));
    expect(text).toContain('0 sources, 0 facts');
    expect(text).toContain('This ladder names no sources.');
  });
});

describe('joinWords', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('joins %j as %j', (words, text) => {
    expect(joinWords(words)).toBe(text);
  });

  it('joins with another word where it is told to', () => {
    expect(joinWords(['a', 'b'], 'or')).toBe('a or b');
  });
});

describe('a comparison of roles that state one responsibility under different areas', () => {
  it('shows it of each', () => {
    const catalog = catalogOf(`
id: l
title: L
areas: [{ id: a, title: First }, { id: b, title: Second }]
roles:
  - { id: one, title: One, rank: 1, responsibilities: [{ id: d, area: a, text: Do it. }, { id: e, area: b, text: Sit. }] }
  - { id: two, title: Two, rank: 2, responsibilities: [{ id: d, area: b, text: Do it too. }] }
`);
    const text = textOf(compare(catalog, ['one', 'two']));
    expect(text).toMatch(/First +.*= Do it\. +.*= Do it too\. \(listed under/);
    expect(text).toMatch(/Second +.*\+ Sit\. +.*see First/);
    const { columns, rows } = compare(catalog, ['one', 'two']).records();
    expect(rows.map((row) => [row[columns.indexOf('role')], row[columns.indexOf('area')]])).toEqual([
      ['one', 'a'],
      ['two', 'b'],
      ['one', 'b'],
    ]);
  });
});

describe('every view', () => {
  it('takes a ladder that holds next to nothing', () => {
    const catalog = catalogOf('id: l\ntitle: L\nroles: [{ id: a, title: A, rank: 1 }, { id: b, title: B, rank: 1 }]\n');
    for (const report of [
      listView(catalog, catalog.ladder.roles, [], { cites: true }),
      show(catalog, 'a', true),
      compare(catalog, ['a', 'b']),
      path(catalog, 'a', 'b'),
      sourcesView(catalog, { cites: true }),
    ]) {
      expect(textOf(report, 20)).toMatch(/\S\n$/);
    }
  });
});

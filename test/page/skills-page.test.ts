/**
 * The matrix of skills, without a browser: every role and every skill meet in one square, which says what the ladder says.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldRoles } from '../../src/core/catalog.ts';
import { expectationsOf } from '../../src/core/expectations.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { cellTrees } from '../../src/page/skills-matrix.ts';
import { skillsPage } from '../../src/page/skills-page.ts';
import { printable } from '../../src/report/printable.ts';
import { bigLadder } from '../support/big-ladder.ts';
import { compared } from '../support/compared.ts';
import { shippedLadder } from '../support/fake-runtime.ts';
import { ladderOf, LEVELLED_YAML } from '../support/ladders.ts';
import { bookOf, checkTrees, elements, textOf, withClass } from '../support/page-trees.ts';
import { runs } from '../support/thorough.ts';

describe('the matrix of skills', () => {
  it('has a square for each role and each skill, in the column of the role', () => {
    let seen = '';
    fc.assert(
      fc.property(compared, ({ ladder }) => {
        const book = bookOf(ladder);
        const page = skillsPage(book);
        checkTrees(page.body);
        const roles = heldRoles(ladder);
        const squares = [...elements(page.body)].filter(({ tag }) => tag === 'button');
        expect(squares).toHaveLength(roles.length * ladder.skills.length);
        if (squares.length === 0) return;
        expect(squares.filter(({ attributes }) => attributes['tabindex'] === '0')).toHaveLength(1);
        const picks = [...elements(page.body)].flatMap(({ attributes }) => attributes['data-pick'] ?? []);
        expect(picks.toSorted()).toEqual(roles.map(({ id }) => id).toSorted());
        squares.forEach(({ attributes, children }, index) => {
          const [role, skill] = [String(attributes['data-role']), String(attributes['data-skill'])];
          expect(role).toBe(picks[index % picks.length]);
          const { requirements } = expectationsOf(book.catalog, book.catalog.roles.get(role)!);
          const need = requirements.find((requirement) => requirement.skill === skill);
          const level = ladder.levels.findIndex(({ id }) => id === need?.level);
          const sign = need === undefined ? '·' : need.notApplicable ? '–' : level < 0 ? '+' : String(level + 1);
          expect(textOf(children[0]!)).toBe(sign);
          seen += sign;
          const said = cellTrees(book, skill, role);
          checkTrees(said);
          expect(said.map(textOf).join(' ')).toContain(need ? printable(need.text) : 'Not stated');
        });
      }),
      { numRuns: runs(40, 150), seed: 3 },
    );
    expect(['·', '–', '+', '1', '3'].filter((sign) => !seen.includes(sign))).toEqual([]);
  });

  it('says what a square means, and what it leans on', () => {
    const book = bookOf(ladderOf(LEVELLED_YAML));
    const said = (skill: string, role: string): string => cellTrees(book, skill, role).map(textOf).join(' | ');
    expect(said('joinery', 'master')).toMatch(
      /^Joinery · Master \| expert, essential \| Teaches it\..*Fact the fourth/i,
    );
    expect(said('finishing', 'owner')).toContain('Not applicable');
    expect(said('joinery', 'foreman')).toContain("Not stated: the sources don't say.");
  });

  it('has a key of what occurs and nothing else', () => {
    const keyOf = (book: ReturnType<typeof bookOf>): string =>
      withClass(skillsPage(book), 'scale-key').map(textOf).join('');
    expect(keyOf(bookOf(shippedLadder()))).toBe('+Needed·Not stated');
    expect(keyOf(bookOf(ladderOf(LEVELLED_YAML)))).toBe('1Awareness2Working3Expert–Not applicable·Not stated');
  });

  it('scrolls in a box where there are many roles, and is a list where there are too many', () => {
    const made = (roles: number) => {
      const text = JSON.stringify(bigLadder({ roles, requirements: 5, progressions: 1, skills: 60 }));
      return bookOf(parseLadder([{ file: 'l.json', text }]).ladder!);
    };
    const [box] = withClass(skillsPage(made(60)), 'grid-wrap--wide');
    expect(box?.attributes).toMatchObject({ tabindex: '0', role: 'region' });
    const list = skillsPage(made(1000));
    expect(withClass(list, 'mx')).toHaveLength(0);
    expect(textOf(list.body[1]!)).toBe('60 skills that 1000 roles need.');
    const entries = [...elements(list.body)].flatMap(({ attributes }) => attributes['data-entry'] ?? []);
    expect(new Set(entries).size).toBe(60);
    checkTrees(list.body);
  });
});

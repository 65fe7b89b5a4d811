import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/report/index.ts';
import { runIn } from '../support/fake-runtime.ts';
import { LEVELLED_YAML } from '../support/ladders.ts';

/** Roles that add to one another, with levels; each test changes it. */
const BASE = `id: workshop
title: Workshop
version: 1.0.0
cumulative: true
tracks: [{ id: bench, title: Bench }, { id: shop, title: Shop }]
areas: [{ id: repair, title: Repair }, { id: people, title: People }]
levels: [{ id: helps, title: Helps }, { id: does, title: Does }, { id: teaches, title: Teaches }]
skills:
  - { id: brakes, name: Brakes, levels: { does: Sets them. } }
  - { id: wheels, name: Wheels }
  - { id: talking, name: Talking }
roles:
  - id: trainee
    title: Trainee
    rank: 1
    track: bench
    responsibilities: [{ id: clean, area: repair, text: Clean the workshop. }]
    skills: [{ skill: brakes, level: helps, importance: useful }, { skill: wheels, level: helps }]
  - id: mechanic
    title: Mechanic
    rank: 2
    track: bench
    skills: [{ skill: brakes, level: does }]
  - id: lead
    title: Lead
    rank: 3
    track: bench
    skills: [{ skill: talking, notApplicable: true }]
progressions:
  - { from: trainee, to: mechanic }
  - { from: mechanic, to: lead }
`;

async function diff(now: string, old = BASE): Promise<string> {
  const { code, stdout, stderr } = await runIn(['diff', 'old.yaml', '-', '--width', '100'], {
    files: { 'old.yaml': old, '-': now },
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** A ladder in which some words are others. */
function changed(...pairs: readonly (readonly [from: string, to: string])[]): string {
  let text = BASE;
  for (const [from, to] of pairs) {
    expect(text).toContain(from);
    text = text.replaceAll(from, to);
  }
  return text;
}

describe('diff', () => {
  it('says that nothing changed', async () => {
    expect(await diff(BASE)).toBe('Changes in Workshop 1.0.0\nNothing changed.\n');
    expect(await diff(changed(['1.0.0', '1.0.1']))).toBe('Workshop 1.0.0 → 1.0.1\nOnly the version changed.\n');
  });

  it.each<[what: string, pairs: [string, string][], lines: string[]]>([
    ['a raised level, once', [['level: helps, ', 'level: does, ']], ['  Trainee\n    ↑ Brakes: Helps → Does\n']],
    ['a lowered one', [['level: does }', 'level: helps }']], ['  Mechanic\n    ↓ Brakes: Does → Helps\n']],
    ['a level where there was none', [['wheels, level: helps', 'wheels']], ['± Wheels: Helps → no level']],
    ['how much a skill matters', [['importance: useful', 'importance: essential']], ['± Brakes: useful → essential']],
    [
      'that a skill applies',
      [['notApplicable: true', 'level: does']],
      ['± Talking: applies now', '± Talking: no level → Does'],
    ],
    ['new words', [['Clean the workshop.', 'Clean the shop.']], ['± “Clean the workshop.” is now “Clean the shop.”']],
    ['another area', [['area: repair, text', 'area: people, text']], ['± Clean the workshop.: Repair → People']],
    [
      'another track',
      [['rank: 3\n    track: bench', 'rank: 3\n    track: shop']],
      ['  Lead\n    ± Track: Bench → Shop\n'],
    ],
    [
      'other numbers of ranks',
      [['rank: 3', 'rank: 5']],
      ['Besides\n  ± Ranks have other numbers, in the same order\n'],
    ],
    ['another order of ranks', [['rank: 3', 'rank: 0']], ['  Lead\n    ± Rank: 3 → 0\n']],
    [
      'a level of the scale',
      [['helps, title: Helps', 'helps, title: Assists']],
      ['Levels\n  ± Helps is now Assists\n'],
    ],
    [
      'another order of levels',
      [
        [
          '{ id: helps, title: Helps }, { id: does, title: Does }',
          '{ id: does, title: Does }, { id: helps, title: Helps }',
        ],
      ],
      ['± Order of the levels'],
    ],
    [
      'what a level of a skill looks like',
      [['Sets them.', 'Bleeds them.']],
      ['± Brakes, Does: “Sets them.” is now “Bleeds them.”'],
    ],
    [
      'a kind of move',
      [['to: lead }', 'to: lead, kind: lateral }']],
      ['± Mechanic → Lead (lateral), kind: promotion → lateral'],
    ],
    ['a licence', [['cumulative', 'licence: CC0-1.0\ncumulative']], ['± Licence: none → CC0-1.0']],
    [
      'that roles add up',
      [['cumulative: true', 'cumulative: false']],
      ['± Each role adds to the one below it: true → false'],
    ],
  ])('tells of %s', async (_, pairs, lines) => {
    const text = await diff(changed(...pairs));
    for (const line of lines) expect(text).toContain(line);
    // A change of one thing is told once.
    expect(text.match(/^ +[+±↑↓-] /gm)).toHaveLength(lines.length);
  });

  it('tells of what moves to where it is inherited from, that it is still there', async () => {
    const text = await diff(
      changed(
        ['    skills: [{ skill: brakes, level: does }]\n', ''],
        ['level: helps, importance: useful', 'level: does'],
      ),
    );
    expect(text).toContain('  Mechanic\n    ± Brakes: now inherited from Trainee\n');
    expect(text).not.toContain('- Brakes');
  });

  it('compares what has another id as what it is, and tells of it once', async () => {
    const text = await diff(
      changed(
        ['brakes, name: Brakes', 'stopping, name: Stopping, replaces: [brakes]'],
        ['skill: brakes', 'skill: stopping'],
      ),
    );
    expect(text).toBe('Changes in Workshop 1.0.0\n1 skill renamed.\n\nSkills\n  ± Brakes is now Stopping\n');
    const guessed = await diff(changed(['id: brakes', 'id: stopping'], ['skill: brakes', 'skill: stopping']));
    expect(guessed).toContain('? Brakes has the id stopping, and had brakes. If so, add to it: replaces: [brakes]');
    expect(guessed).not.toContain('In the roles');
  });

  it('tells a split, and a role that has only a part of it', async () => {
    const split = '{ id: front, name: Front, replaces: [wheels] }\n  - { id: back, name: Back, replaces: [wheels] }';
    const needs = (more: string): string =>
      changed(
        ['{ id: wheels, name: Wheels }', split],
        ['{ skill: wheels, level: helps }', `{ skill: front, level: helps }${more}`],
      );
    const whole = await diff(needs(', { skill: back, level: helps }'));
    expect(whole).toContain('Skills\n  ± Wheels is now Front and Back\n');
    expect(whole).not.toContain('In the roles');
    expect(await diff(needs(''))).toContain('  Trainee\n    ± Wheels → Front\n');
    expect(await diff(needs(', { skill: back, level: does }'))).toContain(
      '± Wheels (Helps) → Front (Helps), Back (Does)',
    );
    expect(await diff(BASE, needs(', { skill: back, level: helps }'))).toContain('± Front and Back are now Wheels');
  });

  it('tells a merge into what is there', async () => {
    const merged = changed(
      ['  - { id: wheels, name: Wheels }\n', ''],
      ['name: Brakes,', 'name: Brakes, replaces: [wheels],'],
      [', { skill: wheels, level: helps }', ''],
    );
    expect(await diff(merged)).toContain('Skills\n  ± Wheels is now part of Brakes\n');
    expect(await diff(BASE, merged)).toContain('Skills\n  ± Wheels is no longer part of Brakes\n');
  });

  it('says where the two are different ladders', async () => {
    const text = await diff(changed(['id: workshop', 'id: garage'], ['title: Workshop', 'title: Garage']));
    expect(text).toMatch(/^Workshop 1.0.0 → Garage 1.0.0\n/);
    expect(text).toContain('These are two ladders, workshop and garage.');
  });

  it('writes a note to a file, and replaces none unless asked', async () => {
    const files = { 'old.yaml': BASE, 'new.yaml': changed(['rank: 3', 'rank: 4']) };
    const saved = new Map<string, string>();
    const argv = ['diff', 'old.yaml', 'new.yaml', '-o', 'changes.md'];
    expect(await runIn(argv, { files, saved })).toMatchObject({ code: 0, stdout: '' });
    expect(saved.get('changes.md')).toMatch(/^# Changes in Workshop 1.0.0\n\n/);
    expect(await runIn(argv, { files, saved })).toMatchObject({ code: 4 });
  });

  it.each([
    [['diff', '-', '-'], 2, 'only one of the two can be standard input'],
    [['diff', 'old.yaml'], 2, "missing required argument 'new'"],
    [['diff', 'old.yaml', '-', '--data', 'x'], 2, 'diff takes no --data'],
    [['diff', 'old.yaml', 'bad.yaml'], 3, 'bad.yaml:15:11: found the text "first", expected a number'],
    [['diff', 'bad.yaml', 'old.yaml'], 3, 'bad.yaml:15:11: found the text "first", expected a number'],
    [['diff', 'nowhere.yaml', '-'], 4, 'cannot read nowhere.yaml'],
  ])('%j ends in %i', async (argv, code, message) => {
    const files = { 'old.yaml': BASE, '-': BASE, 'bad.yaml': BASE.replace('rank: 1', 'rank: first') };
    const outcome = await runIn(argv, { files });
    expect({ code: outcome.code, stdout: outcome.stdout }).toEqual({ code, stdout: '' });
    expect(outcome.stderr).toContain(message);
  });

  it('answers of a ladder with sources and the like in every format', async () => {
    const files = { 'old.yaml': LEVELLED_YAML, 'new.yaml': LEVELLED_YAML.replaceAll('cites: [S-1]', 'cites: [S-2]') };
    for (const format of FORMATS) {
      const { stdout } = await runIn(['diff', 'old.yaml', 'new.yaml', '--format', format], { files });
      expect(stdout).not.toMatch(/undefined|\[object/);
      if (format === 'text') expect(stdout).toMatch(/^ {4}± Sources of \d+ statements$/m);
    }
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/core/catalog.ts';
import { movedAnswers } from '../../src/core/profile/moved-answers.ts';
import type { Profile } from '../../src/core/profile/profile.ts';
import { carriedOver } from '../../src/profile/carry.ts';
import { readProfile } from '../../src/profile/read.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { runIn, templateFile } from '../support/fake-runtime.ts';
import { scratch } from '../support/program.ts';
import { OWN_PROFILE } from '../support/profiles.ts';
import { runs } from '../support/thorough.ts';

const NEWER = 'docs/examples/engineering-1.1.yaml';
const old = createCatalog(loadLadder(templateFile('engineering')).ladder);
const now = createCatalog(loadLadder(NEWER).ladder);

/** Random profiles of the older version, as text, with a comment behind each line. */
const profileText = fc
  .record({
    role: fc.constantFrom(...old.ladder.roles.map(({ id }) => id)),
    skills: fc.dictionary(
      fc.constantFrom(...old.ladder.skills.map(({ id }) => id)),
      fc.constantFrom('no', '{ not-applicable: Never }', ...old.ladder.levels.map(({ id }) => id)),
    ),
    duties: fc.dictionary(
      fc.constantFrom(...old.ladder.roles.flatMap(({ responsibilities }) => responsibilities.map(({ id }) => id))),
      fc.constantFrom('yes', 'partly', '{ done: no, evidence: [{ text: Seen }] }'),
    ),
    plan: fc.array(fc.constantFrom(...old.ladder.skills.map(({ id }) => id)), { maxLength: 4 }),
  })
  .map(({ role, skills, duties, plan }) => {
    const lines = (entries: object): string =>
      Object.entries(entries)
        .map(([id, answer]) => `  ${id}: ${String(answer)} # about ${id}\n`)
        .join('');
    return [
      `profile: 1\nladder: { id: engineering, version: "1.0.0" }\nrole: ${role}\n`,
      Object.keys(skills).length > 0 ? `skills:\n${lines(skills)}` : '',
      Object.keys(duties).length > 0 ? `responsibilities:\n${lines(duties)}` : '',
      plan.length > 0
        ? `plan:\n${plan.map((skill, index) => `  - { skill: ${skill}, how: way ${index} }\n`).join('')}`
        : '',
    ].join('');
  });

const read = (text: string, catalog = old): Profile => {
  const { profile, diagnostics } = readProfile(text, 'me.yaml', catalog);
  expect(diagnostics).toEqual([]);
  return profile!;
};

/** What a profile says, in no order. */
const saying = ({ skills, responsibilities, plan, role, aim }: Profile) => ({
  role,
  aim,
  skills: new Map(skills),
  responsibilities: new Map(responsibilities),
  plan: plan.map((entry) => JSON.stringify(entry)).toSorted(),
});

describe('a profile that is carried over', () => {
  it('is one of the new version, with every answer in its place or aside, and comes back as it was', () => {
    fc.assert(
      fc.property(profileText, (text) => {
        const there = carriedOver(text, movedAnswers(old.ladder, now.ladder, read(text)), now.ladder);
        const middle = read(there.text, now);
        const count = ({ skills, responsibilities, plan }: Profile): number =>
          skills.size + responsibilities.size + plan.length;
        const moved = movedAnswers(old.ladder, now.ladder, read(text));
        expect(count(middle)).toBe(count(read(text)) - moved.doubtful.length - moved.lost.length);
        const back = carriedOver(there.text, movedAnswers(now.ladder, old.ladder, middle), old.ladder);
        expect(saying(read(back.text))).toEqual(saying(read(text)));
        expect(back.restored).toBe(moved.doubtful.length + moved.lost.length);
        for (const [comment] of text.matchAll(/# about .*/g)) expect(back.text).toContain(comment);
        expect(back.text).not.toContain('former');
      }),
      { numRuns: runs(50, 1000) },
    );
  });

  it('is told of as the page on changes shows it', async () => {
    const page = readFileSync('docs/changes.md', 'utf8');
    const text = /```yaml me\.yaml\n([^]*?)```/.exec(page)![1]!;
    const shown = /```text\n(Me\n[^]*?)```/.exec(page)![1]!;
    const files = { [OWN_PROFILE]: text };
    const { stdout } = await runIn(['diff', templateFile('engineering'), NEWER, '--for', 'me'], { files });
    expect(stdout.endsWith(`\n${shown}`)).toBe(true);
  });

  it('is left alone without --write, and where it is not of the older version', async () => {
    const text = 'profile: 1\nladder: { id: engineering }\nskills: { operations: guiding }\n';
    const saved = new Map<string, string>();
    const files = { [OWN_PROFILE]: text };
    const argv = ['diff', templateFile('engineering'), NEWER];
    const told = await runIn([...argv, '--for', 'me'], { files, saved });
    expect(told.stdout).toContain('± Operations → Reliability');
    expect(told.stdout).toContain('To update the file: --write.');
    expect(saved.size).toBe(0);
    const written = await runIn([...argv, '--for', 'me', '--write'], { files, saved });
    expect(written.code).toBe(0);
    expect(saved.get(OWN_PROFILE)).toContain('reliability: guiding');
    const again = await runIn([...argv, '--for', 'me', '--write'], { files, saved });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('is of version 1.1.0 already');
  });

  /** A small ladder and a profile of it. */
  const ladderOf = (version: string, skills: string, levels = '[]'): string =>
    `id: l\ntitle: L\nversion: "${version}"\nlevels: ${levels}\nskills: ${skills}\nroles: [{ id: r, title: R, rank: 1, skills: [] }]\n`;
  const carry = async (
    one: string,
    other: string,
    answers: string,
  ): Promise<{ stdout: string; stderr: string; code: number; text: string | undefined }> => {
    const folder = scratch();
    const paths = [one, other].map((text, index) => {
      const path = join(folder, `${index}.yaml`);
      writeFileSync(path, text);
      return path;
    });
    const saved = new Map<string, string>();
    const files = { [OWN_PROFILE]: `profile: 1\nladder: { id: l, version: "1" }\n${answers}` };
    const { stdout, stderr, code } = await runIn(['diff', ...paths, '--for', 'me', '--write'], { files, saved });
    return { stdout, stderr, code, text: saved.get(OWN_PROFILE) };
  };
  const AB = '[{ id: a, name: A }, { id: b, name: Bee }]';
  const B = '[{ id: b, name: Bee, replaces: [a] }]';

  it('takes no answer about a part for one about the whole', async () => {
    for (const whole of [B, '[{ id: c, name: Sea, replaces: [a, b] }]']) {
      const { stdout, text } = await carry(ladderOf('1', AB), ladderOf('2', whole), 'skills: { a: yes }\n');
      expect(stdout).toMatch(/In doubt\n {2}\? A: now a part of/);
      expect(text).toMatch(/former:\n {2}skills:\n {4}a: yes/);
      expect(text).not.toMatch(/^skills:/m);
    }
  });

  it('puts aside what the new scale has no word for, and what another order of it would change', async () => {
    const [low, high] = ['{ id: low, title: Low }', '{ id: high, title: High }'];
    const gained = await carry(
      ladderOf('1', AB),
      ladderOf('2', AB, `[${low}, ${high}]`),
      'skills: { a: yes, b: no }\n',
    );
    expect(gained.stdout).toContain('A: no answer of the new scale is "yes"');
    expect(gained.text).toMatch(/^skills: \{ b: no \}/m);
    const turned = await carry(
      ladderOf('1', AB, `[${low}, ${high}]`),
      ladderOf('2', AB, `[${high}, ${low}]`),
      'skills: { a: low }\n',
    );
    expect(turned.stdout).toContain('A: the levels have another order now');
  });

  it('is written by nobody who cannot know what it means', async () => {
    const other = await carry(ladderOf('2', AB), ladderOf('3', AB), 'skills: { a: yes }\n');
    expect(other.code).toBe(3);
    expect(other.stderr).toContain('nothing was written');
    const older = await carry(
      ladderOf('1', '[{ id: b, name: Bee, replaces: [a] }]'),
      ladderOf('2', '[{ id: c, name: Sea, replaces: [b] }]'),
      'skills: { a: yes }\n',
    );
    expect(older.code).toBe(3);
    expect([other.text, older.text]).toEqual([undefined, undefined]);
  });

  it('loses nothing where something waits already, and takes comments along', async () => {
    const answers = 'skills:\n  # why a\n  a: yes\n  b: no # why b\nformer:\n  skills: { a: partly }\n';
    const { text } = await carry(ladderOf('1', AB), ladderOf('2', '[{ id: b, name: Bee }]'), answers);
    expect(text).toMatch(/^ {4}# why a\n {4}a: yes|a\.2: partly/m);
    expect(text).toMatch(/^skills:\n {2}b: no # why b$/m);
    expect(text!.indexOf('# why a')).toBeGreaterThan(text!.indexOf('former'));
  });

  it.each([
    [['--write'], '--write needs a profile'],
    [['--for', 'cpo'], '--for cpo is no profile'],
    [['--for', '@x.yaml', '--write'], '--write is for your own profile'],
  ])('refuses %j', async (flags, message) => {
    const { code, stderr } = await runIn(['diff', templateFile('engineering'), NEWER, ...flags]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

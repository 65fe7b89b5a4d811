/**
 * Adverts and interviews: all that a role expects, nothing that the ladder does not say, and a note behind every number.
 */
import { describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../src/commands/init.ts';
import { createCatalog, heldRoles } from '../../src/core/catalog.ts';
import { expectationsOf } from '../../src/core/expectations.ts';
import { type Block, plain, type Report } from '../../src/report/report.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { advertView } from '../../src/views/advert.ts';
import { interviewView } from '../../src/views/interview.ts';
import { disagreementsAbout } from '../../src/views/parts.ts';
import { runIn, SHIPPED, templateFile } from '../support/fake-runtime.ts';
import { ladderOf } from '../support/ladders.ts';

const LADDERS = [SHIPPED, ...Object.keys(TEMPLATES).map(templateFile)].map((path) => loadLadder(path).ladder);
const ROLES = LADDERS.flatMap((ladder) => {
  const catalog = createCatalog(ladder);
  return heldRoles(ladder).map((role) => ({ name: `${ladder.id} ${role.id}`, catalog, role }));
});

const textsOf = ({ blocks }: Report): string[] =>
  blocks.flatMap((block: Block) => {
    if (block.kind === 'list') return block.items.map(({ mark, line }) => `${mark} ${plain(line)}`);
    return block.kind === 'heading' || block.kind === 'paragraph' ? [plain(block.line)] : [];
  });

/** What stands before the notes, and the notes. */
function parted(report: Report): { readonly body: string[]; readonly notes: string[] } {
  const texts = textsOf(report);
  const at = texts.indexOf('Where this comes from');
  return { body: texts.slice(0, at), notes: texts.slice(at + 1) };
}

describe.each(ROLES)('of $name', ({ catalog, role }) => {
  const { responsibilities, needed } = expectationsOf(catalog, role);
  const views = [advertView(catalog, role), interviewView(catalog, role)];

  it('every number has its note, in the order of reading, each once', () => {
    for (const view of views) {
      const { body, notes } = parted(view);
      const numbers = body.flatMap((text) => [...text.matchAll(/ \[(\d+)\]/g)].map(([, number]) => Number(number)));
      const firsts = [...new Set(numbers)];
      expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      expect(notes.filter((note) => note.startsWith('[')).map((note) => Number(/\d+/.exec(note)![0]))).toEqual(firsts);
    }
  });

  it('all that is expected is there', () => {
    const [advert, interview] = views.map((view) => parted(view).body.join('\n'));
    for (const { text } of responsibilities) expect(advert).toContain(`• ${text}`);
    for (const { skill } of needed) {
      expect(advert).toContain(`• ${catalog.skills.get(skill)!.name}`);
      expect(interview).toContain(`needed this skill: ${catalog.skills.get(skill)!.name}`);
    }
    expect(interview!.match(/^• Tell me about a time when /gm)).toHaveLength(responsibilities.length + needed.length);
  });

  it('an advert says nothing of its own but headings and gaps', () => {
    const { ladder } = catalog;
    const own = [
      ...[role.title, role.summary.text, ...ladder.tracks.map(({ title }) => title)],
      ...ladder.areas.map(({ title }) => title),
      ...responsibilities.map(({ text }) => text),
      ...needed.map(({ text }) => text),
      ...ladder.levels.map(({ title }) => title),
      ...ladder.skills.flatMap(({ name, levels }) => [name, ...Object.values(levels ?? {})]),
      ...ladder.roles.map(({ title }) => title),
    ];
    const longestFirst = own.filter((text) => text !== '').toSorted((a, b) => b.length - a.length);
    const rest = parted(views[0]!).body.map((line) =>
      longestFirst.reduce((left, text) => left.replaceAll(text, ''), line).replace(/ \[\d+\]/g, ''),
    );
    const known =
      /^(?:|[•:() ·,]+|.*(?:What you will do|What you need|Where you can go from here|What the ladder does not say)|Essential|Useful|Optional|Not stated: .*|.*Level \d+ of \d+|• .*: \[to fill in\]|•  \(.*(?:stated|implied|editorial|move|change|step back|promotion).*\))$/;
    expect(rest.filter((line) => !known.test(line.trim()))).toEqual([]);
  });

  it('what the sources differ in is named', () => {
    const { notes } = parted(views[0]!);
    for (const { title, positions } of disagreementsAbout(catalog, role)) {
      const note = notes.find((text) => text.includes(title));
      expect(note).toMatch(/^\[\d+\] The sources differ\./);
      for (const { text } of positions) expect(note).toContain(text);
    }
  });
});

it('what to listen for is the level that is wanted and the one below it', () => {
  const { catalog, role } = ROLES.find(({ name }) => name === 'engineering senior-engineer')!;
  expect(parted(interviewView(catalog, role)).body.join('\n')).toContain(
    [
      '• Tell me about a time when you needed this skill: Testing.',
      "Listen for (Guiding): Finds where a team's tests are slow or blind, and changes that.",
      'One level below (Independent): Tests what could break, and leaves out what could not.',
    ].join('\n'),
  );
});

it('a role of which nothing is stated says so, and so does a skill that is not needed by being left out', () => {
  const bare = ladderOf(`
id: bare
version: 1.0.0
title: Bare
roles: [{ id: constructor, title: Builder, rank: 1 }]
`);
  const catalog = createCatalog(bare);
  for (const view of [advertView(catalog, bare.roles[0]!), interviewView(catalog, bare.roles[0]!)]) {
    expect(textsOf(view)).toContain("Not stated: the ladder doesn't say.");
  }
});

it.each(['advert', 'interview'])('%s is of one role, and of one that somebody can have', async (name) => {
  expect(await runIn([name, 'cpo', 'head-of-product'])).toMatchObject({ code: 2, stdout: '' });
  expect((await runIn([name])).stderr).toContain(`for example: pmroles ${name} head-of-product`);
  const data = { ...loadLadder(SHIPPED).ladder };
  const ladder = {
    ...data,
    roles: data.roles.map((role) => (role.id === 'cpo' ? { ...role, abstract: true as const } : role)),
  };
  const outcome = await runIn([name, 'cpo'], { ladder });
  expect(outcome).toMatchObject({ code: 2, stdout: '' });
  expect(outcome.stderr).toContain('nobody can have the role "cpo"');
});

it.each(['advert', 'interview'])('%s writes the file that is named, and replaces none unasked', async (name) => {
  const saved = new Map<string, string>();
  expect(await runIn([name, 'cpo', '-o', 'out.md'], { saved })).toMatchObject({ code: 0, stdout: '' });
  expect(saved.get('out.md')).toMatch(/^# .*Chief Product Officer\n/);
  expect(await runIn([name, 'pm', '-o', 'out.md'], { saved })).toMatchObject({ code: 4 });
  expect(await runIn([name, 'pm', '-o', 'out.md', '--force'], { saved })).toMatchObject({ code: 0 });
  expect(saved.get('out.md')).toMatch(/^# .*Product Manager\n/);
});

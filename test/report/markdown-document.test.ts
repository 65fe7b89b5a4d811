/**
 * The ladder as one Markdown document, and answers as Markdown, read the way wikis and GitHub read them.
 */
import fc from 'fast-check';
import GithubSlugger from 'github-slugger';
import MarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../src/commands/init.ts';
import { createCatalog } from '../../src/core/catalog.ts';
import type { Ladder } from '../../src/core/model.ts';
import { loadLadder } from '../../src/system/load-ladder.ts';
import { renderMarkdownDocument } from '../../src/report/markdown-document.ts';
import { printable } from '../../src/report/printable.ts';
import { wholeLadder } from '../../src/views/whole-ladder.ts';
import { fullLadder, hostileText } from '../support/arbitrary.ts';
import { runIn, shippedLadder, templateFile } from '../support/fake-runtime.ts';
import { ladderOf, LEVELLED_YAML } from '../support/ladders.ts';

// With HTML on, so that what would be taken for it is seen.
const parser = new MarkdownIt({ html: true }).use(footnote);
type Token = ReturnType<typeof parser.parse>[number];

interface Read {
  readonly text: string;
  /** The anchors that GitHub gives its headings. */
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly string[];
  /** What refers to a note, and the notes that there are. */
  readonly references: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
}

function read(markdown: string): Read {
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  const links: string[] = [];
  const [references, notes] = [new Set<string>(), new Set<string>()];
  const lines = markdown.split('\n');
  let text = '';
  const tokens = parser.parse(markdown, {});
  tokens.forEach((token, index) => {
    expect(token.type).not.toBe('html_block');
    if (token.type === 'heading_open') anchors.add(slugger.slug(textOf(tokens[index + 1]!)));
    if (token.type === 'footnote_open') notes.add((token.meta as { label: string }).label);
    if (token.type === 'table_open') {
      const cells = lines.slice(token.map![0], token.map![1]).map((line) => line.replace(/\\./g, '').split('|').length);
      expect(new Set(cells).size).toBe(1);
    }
    for (const inner of token.children ?? []) {
      if (inner.type === 'html_inline') expect(inner.content).toBe('<br>');
      if (inner.type === 'link_open') links.push(String(inner.attrGet('href')));
      if (inner.type === 'footnote_ref') references.add((inner.meta as { label: string }).label);
    }
    text += `${textOf(token)}\n`;
  });
  return { text: squeezed(text), anchors, links, references, notes };
}

function textOf(token: Token): string {
  return (token.children ?? [])
    .map((inner) => (['softbreak', 'hardbreak', 'html_inline'].includes(inner.type) ? ' ' : inner.content))
    .join('');
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Every text that a ladder has. */
function textsOf(ladder: Ladder): string[] {
  const described = [...ladder.tracks, ...ladder.areas, ...ladder.levels];
  const usedTracks = new Set(ladder.roles.map(({ track }) => track));
  const usedAreas = new Set(ladder.roles.flatMap((role) => role.responsibilities.map(({ area }) => area)));
  const levels = new Set(ladder.levels.map(({ id }) => id));
  return [
    ...[ladder.title, ladder.summary, ladder.version],
    ...described.flatMap(({ id, title, description }) =>
      usedTracks.has(id) || usedAreas.has(id) || levels.has(id) ? [title, description] : [],
    ),
    ...ladder.skills.flatMap(({ name, group, description, levels: meanings = {} }) => [
      ...[name, ...group, description],
      ...Object.values(meanings),
    ]),
    ...ladder.sources.flatMap(({ id, title, date, url, note, facts }) => [
      ...[id, title, date, url, note],
      ...facts.flatMap((fact) => [fact.id, fact.text]),
    ]),
    ...ladder.roles.flatMap(({ id, title, aliases, summary, responsibilities, requirements, notes }) => [
      ...[id, title, ...aliases],
      ...[summary, ...responsibilities, ...requirements, ...notes].map(({ text }) => text),
    ]),
    ...ladder.progressions.map(({ note }) => note),
    ...ladder.contrasts.map(({ text }) => text),
    ...ladder.disagreements.flatMap(({ title, positions }) => [title, ...positions.map(({ text }) => text)]),
    ...ladder.notes.map(({ text }) => text),
    ...(ladder.quiz?.questions ?? []).map(({ text }) => text),
    ...(ladder.quiz?.experience ?? []).flatMap(({ text, answers }) => [text, ...answers.map((answer) => answer.text)]),
  ].filter((text) => text !== undefined);
}

function check(ladder: Ladder): Read {
  const found = checkLinks(ladder);
  for (const text of textsOf(ladder)) expect(found.text).toContain(squeezed(printable(text)));
  return found;
}

function checkLinks(ladder: Ladder): Read {
  const markdown = renderMarkdownDocument(wholeLadder(createCatalog(ladder)));
  const found = read(markdown);
  for (const link of found.links) {
    const anchor = decodeURIComponent(link.slice(1));
    // Of letters that are new, the package knows fewer than Node does.
    if (link.startsWith('#') && new GithubSlugger().slug(anchor) !== anchor) continue;
    if (link.startsWith('#')) expect(found.anchors).toContain(anchor);
    else expect(link).toMatch(/^(?:https?|mailto):/);
  }
  expect(found.notes).toEqual(found.references);
  return found;
}

describe('the whole ladder', () => {
  const ladders = [
    shippedLadder(),
    ladderOf(LEVELLED_YAML),
    ...Object.keys(TEMPLATES).map((name) => loadLadder(templateFile(name)).ladder),
  ];

  it.each(ladders.map((ladder) => [ladder.id, ladder] as const))('of %s says all that the ladder says', (_, ladder) => {
    const { links } = check(ladder);
    // The contents lead to every role.
    expect(links.filter((link) => link.startsWith('#')).length).toBeGreaterThan(ladder.roles.length);
  });

  it('says all, has no HTML, tables of equal rows and no link that leads nowhere, whatever the texts are', () => {
    fc.assert(
      fc.property(fullLadder(hostileText, true), (ladder) => void check(ladder)),
      { numRuns: 40, seed: 41 },
    );
  });

  it('leads to each of two roles of the same title, and to the first of two like sections', () => {
    const ladder = ladderOf(`
id: twins
title: Moves
areas: [{ id: all, title: All }]
roles:
  - { id: one, title: Twin, rank: 1 }
  - { id: two, title: Twin, rank: 2 }
  - { id: three, title: Skills, rank: 3 }
progressions: [{ from: one, to: two }]
skills: [{ id: s, name: Sewing }]
`);
    const markdown = renderMarkdownDocument(wholeLadder(createCatalog(ladder)));
    expect(markdown).toContain(
      '- [Roles](#roles): [Twin](#twin), [Twin](#twin-1), [Skills](#skills)\n- [Moves](#moves-1)\n',
    );
    check(ladder);
  });

  it('is what export writes', async () => {
    const { code, stdout } = await runIn(['export', '--format', 'markdown']);
    expect([code, stdout]).toEqual([0, renderMarkdownDocument(wholeLadder(createCatalog(shippedLadder())))]);
    expect(stdout).toContain('and the guidance of a senior product manager.[^B-10][^B-11]');
    expect(stdout).toMatch(/^\[\^B-10\]: \*\*B-10\*\*: .+ \(source B, .+\)$/m);
  });
});

describe('answers that are pasted into a wiki', () => {
  const lines = (ids: readonly string[]): string[][] => [
    ['list', '--cites'],
    ...ids.map((id) => ['show', id, '--cites']),
    ['compare', ...ids.slice(0, 3), '--full', '--cites'],
    ['path', ids[0]!, ids.at(-1)!, '--full', '--cites'],
  ];

  it.each(['shipped', ...Object.keys(TEMPLATES)])('of %s are tables of equal rows without HTML', async (name) => {
    const ladder = name === 'shipped' ? shippedLadder() : loadLadder(templateFile(name)).ladder;
    for (const argv of lines(ladder.roles.map(({ id }) => id))) {
      const { stdout } = await runIn([...argv, '-f', 'markdown'], { ladder });
      expect(read(stdout).anchors.size, argv.join(' ')).toBeGreaterThan(0);
    }
  });

  it('are so whatever the texts are', async () => {
    await fc.assert(
      fc.asyncProperty(fullLadder(hostileText, true), async (ladder) => {
        const [first, second, third] = ladder.roles.map(({ id }) => id);
        for (const argv of lines([first!, second!, third!])) {
          read((await runIn([...argv, '-f', 'markdown'], { ladder })).stdout);
        }
      }),
      { numRuns: 30, seed: 42 },
    );
  });
});

/**
 * Sources as links: where they lead, where they are made, and that they take no room.
 */
import { writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { hyperlink, showsLinks } from '../../src/system/hyperlinks.ts';
import { linkTarget } from '../../src/report/link-target.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { linked, paragraph, styled } from '../../src/report/report.ts';
import { renderText } from '../../src/report/text.ts';
import { runIn, type World } from '../support/fake-runtime.ts';
import { scratch } from '../support/program.ts';
import { runs } from '../support/thorough.ts';

const URL_OF_A = 'https://example.org/a?b=1&copy=2';

/** Two sources, of which one has an address. */
const LADDER = `
id: linked
title: Linked
areas: [{ id: work, title: Work }]
skills: [{ id: craft, name: Craft }]
sources:
  - { id: A, title: The almanac, url: '${URL_OF_A}', facts: [{ id: A-1, text: One. }, { id: A-2, text: Two. }] }
  - { id: B, title: The book, facts: [{ id: B-1, text: Three. }] }
roles:
  - id: one
    title: One
    rank: 1
    summary: { text: The first., cites: [A-1, B-1] }
    responsibilities: [{ area: work, text: Works., cites: [A-1, A-2] }]
    skills: [{ skill: craft, cites: [B-1] }]
  - { id: two, title: Two, rank: 2, responsibilities: [{ area: work, text: Leads., cites: [A-2] }] }
progressions: [{ from: one, to: two, basis: stated, cites: [A-1] }]
contrasts: [{ roles: [one, two], text: They differ., cites: [A-1, B-1] }]
`;
const FILE = join(scratch(), 'linked.yaml');
writeFileSync(FILE, LADDER);

const start = `\u001b]8;;${URL_OF_A}\u001b\\`;
const end = '\u001b]8;;\u001b\\';
const KITTY: World = { terminal: 80, env: { TERM: 'xterm-kitty' } };
const LINES = [
  ['sources'],
  ['why', 'one'],
  ['show', 'one', '--cites'],
  ['show', 'one'],
  ['compare', 'one', 'two', '--cites'],
  ['path', 'one', 'two', '--cites'],
  ['list', '--cites'],
  ['skills', 'craft', '--cites'],
  ['search', 'works'],
];

describe('a terminal that shows links', () => {
  it.each(LINES.filter((argv) => argv[0] !== 'skills'))('gets them from %s %s %s %s', async (...argv) => {
    const { stdout } = await runIn([...argv.filter(Boolean), '--data', FILE], KITTY);
    expect(stdout).toContain(start);
    expect(stdout.split(start)).toHaveLength(stdout.split(end).length);
  });

  it.each(LINES)('is written on as any other, but for the links: %s %s %s %s', async (...argv) => {
    for (const width of ['30', '60', '120']) {
      const line = [...argv.filter(Boolean), '--data', FILE, '--width', width];
      const { stdout } = await runIn(line, KITTY);
      expect(stripVTControlCharacters(stdout)).toBe((await runIn(line)).stdout);
    }
  });

  it('links each cite by itself, and none without an address', async () => {
    const { stdout } = await runIn(['show', 'one', '--cites', '--data', FILE], {
      ...KITTY,
      env: { FORCE_HYPERLINK: '1', NO_COLOR: '1' },
    });
    expect(stdout).toContain(`The first. [${start}A-1${end}, B-1]`);
    expect(stdout).toContain(`Works. [${start}A-1${end}, ${start}A-2${end}]`);
    expect(stdout).toContain('Craft [B-1]');
  });

  it('links the name and the address of a source', async () => {
    const { stdout } = await runIn(['sources', '--data', FILE], {
      ...KITTY,
      env: { FORCE_HYPERLINK: '1', NO_COLOR: '1' },
    });
    expect(stdout).toContain(`A · ${start}The almanac${end}\n  • ${start}${URL_OF_A}${end}\n`);
    expect(stdout).toContain('B · The book\n');
  });

  it('begins and ends a link on every line that it goes over', () => {
    const report = {
      title: '',
      blocks: [paragraph('See ', linked('https://a.b/', 'the long name of a source'), ' too.')],
      records: () => ({ columns: [], rows: [] }),
      data: () => ({}),
    };
    const text = renderText(report, {
      width: 17,
      paint: (_style, painted) => painted,
      ascii: false,
      drawn: true,
      link: (url, shown) => `<${url}|${shown}>`,
    });
    expect(text).toBe('See <https://a.b/|the long name>\n<https://a.b/|of a source> too.\n');
  });
});

describe('there are no links', () => {
  it.each<[string, string[], World]>([
    ['on a pipe', [], { env: { FORCE_HYPERLINK: '1', FORCE_COLOR: '1' } }],
    ['in JSON', ['--json'], KITTY],
    ['in CSV', ['--format', 'csv'], KITTY],
    ['for a screen reader', ['--accessible'], { ...KITTY, env: { FORCE_HYPERLINK: '1' } }],
    ['without colour', ['--no-color'], KITTY],
    ['on a terminal that is not known', [], { terminal: 80, env: { TERM: 'xterm-256color' } }],
    ['where they are turned off', [], { terminal: 80, env: { TERM: 'xterm-kitty', FORCE_HYPERLINK: '0' } }],
  ])('%s', async (_where, flags, world) => {
    const { stdout } = await runIn(['sources', '--data', FILE, ...flags], world);
    expect(stdout).not.toContain('\u001b]');
    expect(stdout).toContain(URL_OF_A);
  });
});

describe('the terminals that show links', () => {
  it.each<[Record<string, string>, boolean]>([
    [{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.1.0' }, true],
    [{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.15' }, false],
    [{ TERM_PROGRAM: 'WezTerm', TERM_PROGRAM_VERSION: '20240203-110809-5046fc22' }, true],
    [{ TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.71.2' }, false],
    [{ TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.100.0' }, true],
    [{ TERM_PROGRAM: 'vscode' }, false],
    [{ TERM: 'tmux-256color', TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.4' }, true],
    [{ TERM: 'screen-256color', TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.3a', VTE_VERSION: '6800' }, false],
    [{ TERM: 'screen-256color', VTE_VERSION: '6800' }, false],
    [{ TERM: 'xterm-256color', VTE_VERSION: '6800', STY: '1.pts' }, false],
    [{ VTE_VERSION: '6800' }, true],
    [{ VTE_VERSION: '5000' }, false],
    [{ WT_SESSION: 'x' }, true],
    [{ TERM: 'foot' }, true],
    [{ TERM: 'dumb', WT_SESSION: 'x' }, false],
    [{ TERM: 'xterm-kitty', CI: 'true' }, false],
    [{ TERM_PROGRAM: 'Apple_Terminal' }, false],
    [{ FORCE_HYPERLINK: '' }, false],
    [{ FORCE_HYPERLINK: 'yes', TERM: 'dumb' }, true],
    [{ FORCE_HYPERLINK: 'false', TERM: 'xterm-kitty' }, false],
    [{}, false],
  ])('%j: %s', (env, shown) => {
    expect(showsLinks(env, true)).toBe(shown);
  });
});

describe('the target of a link', () => {
  it.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['http://example.org', 'http://example.org/'],
    ['HTTPS://bücher.example/ü?q=ö#é', 'https://xn--bcher-kva.example/%C3%BC?q=%C3%B6#%C3%A9'],
    ['mailto:a b@example.org', 'mailto:a%20b@example.org'],
    ['https://a.b/\u001b\\\u0007\u009c', 'https://a.b/%1B/%07%C2%9C'],
    ['https://a.b/\ud800', 'https://a.b/%EF%BF%BD'],
    ['javascript:alert(1)', undefined],
    ['file:///etc/passwd', undefined],
    ['data:text/html,x', undefined],
    ['ftp://a.b', undefined],
    ['example.org', undefined],
    ['', undefined],
    [`https://a.b/${'x'.repeat(3000)}`, undefined],
  ])('%j is %j', (url, target) => {
    expect(linkTarget(url)).toBe(target);
    expect(hyperlink(url, 'x') === 'x').toBe(target === undefined);
  });

  it('is the same however often it is asked for', () => {
    // Node compiles what is called this often, and its own check of addresses then errs.
    const targets = Array.from({ length: 30_000 }, () => linkTarget('https://bücher.example/'));
    expect(new Set(targets)).toEqual(new Set(['https://xn--bcher-kva.example/']));
  });

  it('is printable ASCII with a known scheme, whatever the address', () => {
    const address = fc.tuple(
      fc.constantFrom('http://', 'https://a.b/', 'mailto:', 'x:', ''),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(address, ([before, after]) => {
        const target = linkTarget(before + after);
        if (target !== undefined) expect(target).toMatch(/^(?:https?|mailto):[\x21-\x7e]*$/);
      }),
      { seed: 1, numRuns: runs(200, 2000) },
    );
  });
});

describe('in Markdown', () => {
  const read = (url: string, text: string): { destinations: string[]; text: string } => {
    const report = {
      title: '',
      blocks: [paragraph('Before ', linked(url, text), styled('muted', ' after'))],
      records: () => ({ columns: [], rows: [] }),
      data: () => ({}),
    };
    const walker = new Parser().parse(renderMarkdown(report)).walker();
    const destinations: string[] = [];
    let seen = '';
    for (let event = walker.next(); event; event = walker.next()) {
      if (event.entering && event.node.type === 'link') destinations.push(event.node.destination ?? '');
      if (event.entering && event.node.type === 'text') seen += event.node.literal ?? '';
    }
    return { destinations, text: seen };
  };

  it('a source is a link that leads where its address does', () => {
    expect(read(URL_OF_A, 'A [b](c) `d`')).toEqual({
      destinations: [URL_OF_A],
      text: 'Before A [b](c) `d` after',
    });
  });

  it('an address cannot end the link or begin another', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (url, text) => {
        const { destinations } = read(`https://a.b/${url}`, `x${text}`);
        expect(destinations).toHaveLength(1);
        expect(destinations[0]).toMatch(/^https:\/\/a\.b\//);
      }),
      { seed: 1, numRuns: 500 },
    );
    expect(read('javascript:alert(1)', 'x').destinations).toEqual([]);
    expect(read('https://a.b/?<>\\|"`[]()*_&amp;', 'x').destinations).toHaveLength(1);
  });
});

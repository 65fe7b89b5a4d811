/**
 * The manual page as the build leaves it.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { text, writeManual } from '../../scripts/manual.ts';
import { VERSION } from '../../src/core/version.ts';
import { pmroles, ROOT } from '../support/program.ts';

const FILE = join(ROOT, 'dist/man/pmroles.1');
const source = readFileSync(FILE, 'utf8');
const released = new RegExp(`^## \\[${VERSION}\\] - (\\S+)$`, 'm').exec(
  readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'),
)?.[1];

const runs = (command: string): boolean => spawnSync(command, ['--version']).error === undefined;
const hasMandoc = runs('mandoc');
const hasGroff = runs('groff');
if (!hasMandoc) console.warn('SKIPPED: no mandoc on this machine, so that the manual page was not checked with it');
if (!hasGroff) console.warn('SKIPPED: no groff on this machine, so that the manual page was not checked with it');

/** What a reader sees, in the fonts of a line printer. */
function shown(roff: string): string {
  const { stdout } = spawnSync('mandoc', ['-Tutf8', '-Owidth=300'], { input: roff, encoding: 'utf8' });
  // Bold and underlined characters are struck twice.
  return stdout.replace(/.\u0008/gu, '');
}

describe('the manual page', () => {
  it('is what the package names, and comes out the same each time', () => {
    const { man } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { man: string };
    expect(join(ROOT, man)).toBe(FILE);
    expect(source).toBe(writeManual(VERSION, released));
    expect(source).toMatch(new RegExp(`^\\.TH PMROLES 1 "[^"]*" "pmroles ${VERSION}" `));
  });

  it('has the sections that such pages have, in their order', () => {
    expect([...source.matchAll(/^\.SH (.*)$/gm)].map((match) => match[1])).toEqual([
      'NAME',
      'SYNOPSIS',
      'DESCRIPTION',
      'COMMANDS',
      'OPTIONS',
      'EXIT STATUS',
      'ENVIRONMENT',
      'FILES',
      'EXAMPLES',
      'SEE ALSO',
    ]);
  });

  it('names every command and every option that help names', () => {
    const help = pmroles(['--help']).stdout;
    const commands = [...help.matchAll(/^ {2}([a-z]+) .*? {2,}\S/gm)]
      .map((match) => match[1]!)
      .filter((name) => name !== 'pmroles');
    expect(commands.length).toBeGreaterThan(15);
    for (const name of commands) {
      const section = new RegExp(`^\\.SS "${name}\\b[^]*?(?=^\\.S[SH])`, 'm').exec(source)?.[0];
      expect(section, name).toBeDefined();
      const own = /^Options\n([^]*?)\n\n/m.exec(pmroles(['help', name]).stdout)?.[1] ?? '';
      for (const [, flags] of own.matchAll(/^ {2}(-.*?)(?: {2,}|$)/gm)) {
        expect(section).toContain(`\n.B ${text(flags!)}\n`);
      }
      for (const [, example] of pmroles(['help', name]).stdout.matchAll(/^ {2}(pmroles .*)$/gm)) {
        expect(section).toContain(`\n.B ${text(example!)}\n`);
      }
    }
    const shared = [...pmroles(['help', 'options']).stdout.matchAll(/^ {2}(-.*?)(?: {2,}|$)/gm)];
    expect(shared.length).toBeGreaterThan(10);
    for (const [, flags] of shared) {
      expect(source).toContain(`\n.B ${text(flags!)}\n`);
    }
  });

  it('says of exit codes and the environment all that help says', () => {
    const words = (of: string): string[] => of.split(/\s+/).filter((word) => word !== '');
    const section = (title: string): string =>
      new RegExp(`^\\.SH ${title}\\n([^]*?)(?=^\\.SH)`, 'm').exec(source)![1]!.replace(/^\.(?:TP|PP)\n|^\.B /gm, '');
    const topic = (name: string): string => pmroles(['help', name]).stdout.split('\n').slice(1).map(text).join('\n');
    expect(words(section('EXIT STATUS'))).toEqual(words(topic('exit-codes')));
    expect(words(section('ENVIRONMENT'))).toEqual(words(topic('environment')));
  });

  it.runIf(hasMandoc)('gives mandoc nothing to warn of', () => {
    const { stdout, stderr } = spawnSync('mandoc', ['-Tlint', '-Wwarning', FILE], { encoding: 'utf8' });
    const warnings = (stdout + stderr).split('\n').filter((line) => line !== '');
    // What has not come out has no date.
    expect(warnings.filter((line) => released !== undefined || !line.includes('missing date'))).toEqual([]);
  });

  it.runIf(hasGroff)('gives groff nothing to warn of', () => {
    const { stderr, status } = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-z', FILE], { encoding: 'utf8' });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });
});

describe('a text in roff', () => {
  it.each([
    ['.TH is a request', '\\&.TH is a request'],
    ["'br is one too", '\\(aqbr is one too'],
    ['--no-cache', '\\-\\-no\\-cache'],
    ['C:\\tools', 'C:\\etools'],
    ['"quoted" `so` ~ ^', '\\(dqquoted\\(dq \\(gaso\\(ga \\(ti \\(ha'],
    ['… ü', '\\[u2026] \\[u00FC]'],
  ])('%j is %j', (plain, roff) => {
    expect(text(plain)).toBe(roff);
  });

  it
    .runIf(hasMandoc)
    .each([
      '.TH X 1 "" is text',
      '\'\\" a comment',
      '\\fBbold\\fP \\n(.x \\*[a]',
      '--answers -1 "two words" `a` ^ ~ \\',
      '→ „ü“ 日',
    ])('%j is read as it was meant', (plain) => {
    const roff = `.TH X 1 2020-01-01\n.SH A\n${text(plain)}\n.TP\n.B ${text(plain)}\nx\n.SS "${text(plain)}"\ny\n`;
    expect(shown(roff).split(plain)).toHaveLength(4);
  });
});

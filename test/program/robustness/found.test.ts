/**
 * Ladders that once brought a bug to light, kept so that it stays away. Each says in its first lines what was found, and which
 * diagnostics it has now; it is checked, and shown by every command in every format if it can be used.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkLadder, loadLadder } from '../../../src/system/load-ladder.ts';
import { FORMATS } from '../../../src/report/index.ts';
import { runIn } from '../../support/fake-runtime.ts';

const FOLDER = fileURLToPath(new URL('./found/', import.meta.url));
const NAMES = readdirSync(FOLDER);

/** Characters that do something to a terminal rather than show there; a line end is the only one that is meant. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe.each(NAMES)('%s', (name) => {
  const file = FOLDER + name;
  const [found, now] = readFileSync(file, 'utf8').split('\n');
  const codes = now!.replace('# Now: ', '').split(' ');
  const { diagnostics } = checkLadder(file);
  const usable = diagnostics.every(({ severity }) => severity === 'warning');

  it('says what it is here for', () => {
    expect(found).toMatch(/^# Found: .+\.$/);
    expect(now).toMatch(/^# Now: [a-z -]+$/);
  });

  it('has the diagnostics that it is said to have', () => {
    const had = [...new Set(diagnostics.map(({ code }) => code))].sort();
    expect(had.length === 0 ? ['sound'] : had).toEqual(codes);
    for (const diagnostic of diagnostics) {
      expect(diagnostic.file).toBe(file);
      expect(diagnostic.position?.line).toBeGreaterThan(2);
    }
  });

  if (!usable) return;

  it('is shown by every command in every format', async () => {
    const { ladder } = loadLadder(file);
    const ids = ladder.roles.map((role) => role.id);
    const [first, second = first] = ids as [string, string?];
    const lines = [
      ['list', '--cites'],
      ...ids.map((id) => ['show', id]),
      ...ids.map((id) => ['why', id]),
      ['compare', first, second],
      ['path', first, second, '--all', '--full'],
      ['graph'],
      ['skills', '--matrix'],
      ...ladder.skills.map(({ id }) => ['skills', id]),
      ['compare', first, second, '--full'],
      ['search', ladder.roles[0]!.title],
      ['sources'],
    ];
    for (const line of lines) {
      for (const format of FORMATS) {
        const { code, stdout } = await runIn([...line, '--format', format], { ladder });
        expect([0, 1, 2], `${line.join(' ')} as ${format}`).toContain(code);
        // CSV ends its lines with a return and a line feed.
        expect(stdout).not.toMatch(/native code|\[object|\bundefined\b/);
        expect(stdout.replaceAll('\r\n', '\n'), `${line.join(' ')} as ${format}`).not.toMatch(CONTROL);
      }
    }
    for (const format of ['mermaid', 'dot', 'svg']) {
      expect((await runIn(['graph', '--format', format], { ladder })).code, `graph as ${format}`).toBe(0);
    }
    expect((await runIn(['export', '--format', 'html'], { ladder })).code).toBe(0);
  });
});

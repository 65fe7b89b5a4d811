import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PmrolesError } from '../../src/core/errors.ts';
import { compileLadder } from '../../scripts/generated.ts';
import { formatDiagnostic, invalidLadder, loadLadder } from '../../src/system/load-ladder.ts';
import { LEVELLED_YAML, ladderOf, PLAIN_YAML, shipped, SHIPPED_FOLDER } from '../support/ladders.ts';

let folder = '';
let made = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pmroles-load-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(text: string, name = `${made++}.yaml`): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

function failure(call: () => unknown): PmrolesError {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(PmrolesError);
    return error as PmrolesError;
  }
  throw new Error('nothing was thrown');
}

const WARNED = `id: l\ntitle: L\nsources: [{ id: A, title: A }]\nroles: [{ id: r, title: R, rank: 1 }]\nnotes: [{ text: T. }]\n`;

describe('loadLadder', () => {
  it('loads one file, YAML or JSON', () => {
    expect(loadLadder(fileOf(PLAIN_YAML))).toEqual({ ladder: ladderOf(PLAIN_YAML), warnings: [], warningCount: 0 });
    const json = JSON.stringify({ id: 'l', title: 'L', roles: [{ id: 'r', title: 'R', rank: 1 }] });
    expect(loadLadder(fileOf(json, 'ladder.json')).ladder.title).toBe('L');
  });

  it('loads a folder of files that add up to one ladder', () => {
    const path = join(folder, 'split');
    mkdirSync(join(path, 'roles'), { recursive: true });
    writeFileSync(join(path, 'ladder.yaml'), 'id: l\ntitle: L\n');
    writeFileSync(join(path, 'roles', 'a.yaml'), 'roles: [{ id: a, title: A, rank: 2 }]\n');
    writeFileSync(join(path, 'roles', 'b.yml'), 'roles: [{ id: b, title: B, rank: 1 }]\n');
    expect(loadLadder(path).ladder.roles.map((role) => role.id)).toEqual(['b', 'a']);
  });

  it('hands warnings over, each with its place', () => {
    const file = fileOf(WARNED);
    const { warnings } = loadLadder(file);
    expect(warnings).toMatchObject([{ severity: 'warning', code: 'uncited', file, position: { line: 5, column: 9 } }]);
  });

  it('says what is wrong, where, and how to fix it', () => {
    const file = fileOf('id: l\ntitle: 1.0\nrolls: []\n');
    const error = failure(() => loadLadder(file));
    expect(error.code).toBe('ladder-invalid');
    expect(error.message).toBe(`the ladder ${file} cannot be used: 3 errors`);
    expect(error.location).toEqual({ file, line: 1, column: 1 });
    expect(error.hint?.split('\n')).toEqual([
      `${file}:1:1: the ladder has no roles (add "roles:")`,
      `${file}:2:8: found the number 1, expected text (put it in quotes)`,
      `${file}:3:1: "rolls" is not a key that belongs here (did you mean roles?)`,
    ]);
  });

  it('shows ten errors and says how many more there are', () => {
    const roles = Array.from({ length: 25 }, (_, index) => `  - { id: r${index}, title: R }`).join('\n');
    const error = failure(() => loadLadder(fileOf(`id: l\ntitle: L\nroles:\n${roles}\n`)));
    const lines = error.hint!.split('\n');
    expect(error.message).toMatch(/: 25 errors$/);
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toMatch(/^… and 15 more; see: pmroles validate \/\S+\.yaml$/);
  });

  it('passes on that a file cannot be read', () => {
    expect(failure(() => loadLadder(join(folder, 'missing.yaml'))).code).toBe('read-failed');
    expect(failure(() => loadLadder('/dev/zero')).code).toBe('read-failed');
  });

  it('loads the shipped ladder without a warning', () => {
    expect(loadLadder(SHIPPED_FOLDER).warnings).toEqual([]);
    expect(shipped().roles).toHaveLength(8);
  });
});

describe('invalidLadder', () => {
  it('counts errors, not warnings, and speaks of one as one', () => {
    const at = { file: 'f', code: 'type', message: 'm' } as const;
    const error = invalidLadder(
      'f',
      [
        { ...at, severity: 'warning' },
        { ...at, severity: 'error' },
      ],
      1,
    );
    expect(error.message).toBe('the ladder f cannot be used: one error');
    expect(error.hint).toBe('f: m');
    expect(error.location).toEqual({ file: 'f' });
  });
});

describe('formatDiagnostic', () => {
  it('writes file, line and column as compilers do, as far as they are known', () => {
    const diagnostic = { severity: 'error', code: 'type', message: 'm', file: 'f' } as const;
    expect(formatDiagnostic(diagnostic)).toBe('f: m');
    expect(formatDiagnostic({ ...diagnostic, hint: 'h', position: { line: 3, column: 9 } })).toBe('f:3:9: m (h)');
  });
});

describe('compileLadder', () => {
  it('keeps a ladder as it is on the way through JSON', () => {
    const compiled = compileLadder(fileOf(PLAIN_YAML));
    expect(compiled).toMatch(/^\{.*\}$/);
    expect(JSON.parse(compiled)).toStrictEqual(ladderOf(PLAIN_YAML));
  });

  it('finds nothing in a ladder that JSON loses', () => {
    const { ladder } = loadLadder(fileOf(LEVELLED_YAML));
    expect(JSON.parse(JSON.stringify(ladder))).toStrictEqual(ladder);
  });

  it('keeps the shipped ladder as it is', () => {
    expect(JSON.parse(compileLadder(SHIPPED_FOLDER))).toStrictEqual(shipped());
  });

  it('does not compile a ladder that has a warning or an error', () => {
    expect(() => compileLadder(fileOf(WARNED))).toThrow('cites nothing');
    expect(() => compileLadder(fileOf('id: l\n'))).toThrow(PmrolesError);
    // Also a warning that using it would not bring up.
    expect(loadLadder(fileOf(LEVELLED_YAML)).warnings).toEqual([]);
    expect(() => compileLadder(fileOf(LEVELLED_YAML))).toThrow('lowers \\"joinery\\"');
  });
});

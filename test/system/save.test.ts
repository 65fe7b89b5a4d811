/**
 * Writing files: all or nothing, and never where it was not asked for.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PmrolesError } from '../../src/core/errors.ts';
import { saveFile } from '../../src/system/save.ts';

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'pmroles-save-'));
}

function errorOf(work: () => void): { readonly code: string; readonly message: string } {
  try {
    work();
  } catch (error) {
    return { code: (error as PmrolesError).code, message: (error as PmrolesError).message };
  }
  throw new Error('nothing was thrown');
}

describe('a new file', () => {
  it('is written whole, and nothing else is left in the folder', () => {
    const dir = folder();
    saveFile(join(dir, 'a.yaml'), 'text ✓\n', { overwrite: false });
    expect(readFileSync(join(dir, 'a.yaml'), 'utf8')).toBe('text ✓\n');
    expect(readdirSync(dir)).toEqual(['a.yaml']);
  });

  it('is as open to others as the umask says', () => {
    const dir = folder();
    const before = process.umask(0o027);
    try {
      saveFile(join(dir, 'a'), '', { overwrite: false });
    } finally {
      process.umask(before);
    }
    expect(statSync(join(dir, 'a')).mode & 0o777).toBe(0o640);
  });

  it('may go to a device', () => {
    expect(() => {
      saveFile('/dev/null', 'x', { overwrite: false });
    }).not.toThrow();
    expect(
      errorOf(() => {
        saveFile('/dev/full', 'x', { overwrite: false });
      }),
    ).toEqual({
      code: 'write-failed',
      message: 'cannot write /dev/full: no space left on the device',
    });
  });
});

describe('a link to a device', () => {
  it.each([false, true])('is written through and stays (overwrite: %s)', (overwrite) => {
    const dir = folder();
    symlinkSync('/dev/null', join(dir, 'null'));
    symlinkSync('/dev/full', join(dir, 'full'));
    saveFile(join(dir, 'null'), 'x', { overwrite });
    expect(
      errorOf(() => {
        saveFile(join(dir, 'full'), 'x', { overwrite });
      }).message,
    ).toContain('no space left on the device');
    expect(readlinkSync(join(dir, 'null'))).toBe('/dev/null');
    expect(readlinkSync(join(dir, 'full'))).toBe('/dev/full');
  });
});

describe('a file that is there', () => {
  it('stays as it is', () => {
    const dir = folder();
    const file = join(dir, 'a');
    writeFileSync(file, 'old');
    expect(
      errorOf(() => {
        saveFile(file, 'new', { overwrite: false });
      }),
    ).toEqual({
      code: 'write-failed',
      message: `cannot write ${file}: the file is there already`,
    });
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(dir)).toEqual(['a']);
  });

  it('is replaced where that is asked for, and keeps its mode', () => {
    const file = join(folder(), 'a');
    writeFileSync(file, 'old');
    chmodSync(file, 0o604);
    saveFile(file, 'new', { overwrite: true });
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(statSync(file).mode & 0o777).toBe(0o604);
  });
});

describe('a symbolic link', () => {
  it.each([false, true])('is never followed (overwrite: %s)', (overwrite) => {
    const dir = folder();
    writeFileSync(join(dir, 'victim'), 'precious');
    symlinkSync('victim', join(dir, 'link'));
    const work = (): void => {
      saveFile(join(dir, 'link'), 'new', { overwrite });
    };
    if (overwrite) {
      work();
      expect(readFileSync(join(dir, 'link'), 'utf8')).toBe('new');
    } else {
      expect(errorOf(work).message).toContain('is there already');
      expect(readlinkSync(join(dir, 'link'))).toBe('victim');
    }
    expect(readFileSync(join(dir, 'victim'), 'utf8')).toBe('precious');
  });

  it('that leads nowhere counts as a file too', () => {
    const dir = folder();
    symlinkSync('nowhere', join(dir, 'link'));
    expect(
      errorOf(() => {
        saveFile(join(dir, 'link'), 'new', { overwrite: false });
      }).message,
    ).toContain('is there already');
    expect(existsSync(join(dir, 'nowhere'))).toBe(false);
  });
});

it('names what is wrong with the place', () => {
  const dir = folder();
  mkdirSync(join(dir, 'sub'));
  writeFileSync(join(dir, 'file'), '');
  const messageFor = (...parts: string[]): string =>
    errorOf(() => {
      saveFile(join(dir, ...parts), '', { overwrite: true });
    }).message.replace(dir, '…');
  expect(messageFor('sub')).toBe('cannot write …/sub: it is a folder');
  expect(messageFor('missing', 'a')).toBe('cannot write …/missing/a: there is no such folder');
  expect(messageFor('file', 'a')).toBe('cannot write …/file/a: a part of the path is not a folder');
  expect(messageFor('x'.repeat(300))).toContain('the name is too long');
  expect(readdirSync(dir).sort()).toEqual(['file', 'sub']);
});

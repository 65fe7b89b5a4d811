/**
 * Where profiles lie: nothing is lost or left behind, whoever writes, and whatever stands in the way.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PmrolesError } from '../../src/core/errors.ts';
import { changeProfile, MOST_BYTES, readProfileText, workTreeOf } from '../../src/system/profile-store.ts';

const scratch = (): string => mkdtempSync(join(tmpdir(), 'pmroles-profile-'));

function errorOf(work: () => void): PmrolesError {
  try {
    work();
  } catch (error) {
    return error as PmrolesError;
  }
  throw new Error('nothing was thrown');
}

/** A folder with a profile in it. */
function withProfile(text = 'old\n'): { readonly folder: string; readonly file: string } {
  const folder = scratch();
  const file = join(folder, 'me.yaml');
  writeFileSync(file, text);
  return { folder, file };
}

const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('a new profile', () => {
  it('is for the user alone, and so are the folders that are made for it', () => {
    const before = process.umask(0);
    const folder = scratch();
    try {
      changeProfile(join(folder, 'share/pmroles/me.yaml'), () => 'new\n');
    } finally {
      process.umask(before);
    }
    expect(modeOf(join(folder, 'share/pmroles/me.yaml'))).toBe(0o600);
    expect(modeOf(join(folder, 'share/pmroles'))).toBe(0o700);
    expect(modeOf(join(folder, 'share'))).toBe(0o700);
    expect(readdirSync(join(folder, 'share/pmroles'))).toEqual(['me.yaml']);
  });

  it('leaves nothing where it could not be made', () => {
    const folder = scratch();
    const error = errorOf(() => {
      changeProfile(join(folder, 'me.yaml'), () => {
        throw new Error('no');
      });
    });
    expect(error.message).toContain('no');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a change', () => {
  it.each([0o600, 0o640, 0o644])('keeps the mode %o', (mode) => {
    const { folder, file } = withProfile();
    chmodSync(file, mode);
    changeProfile(file, (text) => `${text}new\n`);
    expect(readFileSync(file, 'utf8')).toBe('old\nnew\n');
    expect(modeOf(file)).toBe(mode);
    expect(readdirSync(folder)).toEqual(['me.yaml']);
  });

  it('goes through a link, which stays one', () => {
    const { folder, file } = withProfile();
    mkdirSync(join(folder, 'here'));
    const link = join(folder, 'here/me.yaml');
    symlinkSync('../me.yaml', link);
    changeProfile(link, (text) => `${text}new\n`);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('old\nnew\n');
    expect(readdirSync(join(folder, 'here'))).toEqual(['me.yaml']);
  });

  it('makes what a link leads to where that is not there yet', () => {
    const folder = scratch();
    const link = join(folder, 'me.yaml');
    symlinkSync('real/me.yaml', link);
    changeProfile(link, () => 'new\n');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real/me.yaml'), 'utf8')).toBe('new\n');
    expect(modeOf(join(folder, 'real/me.yaml'))).toBe(0o600);
  });

  it('does not touch a file whose text stays', () => {
    const { file } = withProfile();
    utimesSync(file, 1000, 1000);
    changeProfile(file, (text) => text!);
    expect(statSync(file).mtimeMs).toBe(1_000_000);
  });

  it('takes no notice of a lock that somebody killed has left', () => {
    const { folder, file } = withProfile();
    const lock = join(folder, '.me.yaml.lock');
    writeFileSync(lock, '');
    utimesSync(lock, 1000, 1000);
    changeProfile(file, () => 'new\n');
    expect(readdirSync(folder)).toEqual(['me.yaml']);
  });

  it('waits for whoever holds the lock', async () => {
    const { folder, file } = withProfile();
    const lock = join(folder, '.me.yaml.lock');
    writeFileSync(lock, '');
    const child = spawn('sh', ['-c', 'sleep 0.3; echo other > "$1"; rm "$2"', 'sh', file, lock]);
    changeProfile(file, (text) => `${text}new\n`);
    expect(readFileSync(file, 'utf8')).toBe('other\nnew\n');
    await new Promise((resolve) => child.on('close', resolve));
  });

  it('begins again where its lock was taken away meanwhile, and leaves the new one alone', () => {
    const { folder, file } = withProfile();
    const lock = join(folder, '.me.yaml.lock');
    let times = 0;
    changeProfile(file, (text) => {
      if (times++ === 0) {
        // As after a long sleep: another program took the lock for a dead one's, wrote, and somebody else holds it now.
        spawnSync('sh', ['-c', 'rm "$2"; echo other > "$1"; touch -d @1000 "$2"', 'sh', file, lock]);
      }
      return `${text}new\n`;
    });
    expect(times).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('other\nnew\n');
  });
});

describe('what is no file', () => {
  const tried = (path: string): string => {
    const read = errorOf(() => readProfileText(path));
    const change = errorOf(() => {
      changeProfile(path, () => 'new\n');
    });
    expect(read.code).toBe('read-failed');
    expect(['read-failed', 'write-failed']).toContain(change.code);
    expect(read.hint ?? '').not.toContain('folder of them');
    return read.message.replace(path, '…');
  };

  it('is refused: a folder, a pipe that nobody writes to, a device without end', () => {
    const folder = scratch();
    mkdirSync(join(folder, 'me.yaml'));
    expect(tried(join(folder, 'me.yaml'))).toBe('cannot read …: it is not a regular file');
    spawnSync('mkfifo', [join(folder, 'pipe')]);
    expect(tried(join(folder, 'pipe'))).toBe('cannot read …: it is not a regular file');
    symlinkSync('/dev/zero', join(folder, 'zero'));
    expect(tried(join(folder, 'zero'))).toBe('cannot read …: it is not a regular file');
    expect(readdirSync(folder).sort()).toEqual(['me.yaml', 'pipe', 'zero']);
    expect(existsSync('/dev/.zero.lock')).toBe(false);
  });

  it('is refused: what is far too large, UTF-16, or not text at all', () => {
    const { folder, file } = withProfile('a'.repeat(MOST_BYTES + 1));
    expect(tried(file)).toBe(`cannot read …: it is larger than ${MOST_BYTES} bytes`);
    writeFileSync(file, Buffer.from('\ufeffprofile: 1', 'utf16le'));
    expect(tried(file)).toBe('cannot read …: it is UTF-16');
    writeFileSync(file, Buffer.from([0x61, 0xc3, 0x28]));
    expect(tried(file)).toBe('cannot read …: it is not UTF-8 text');
    expect(readdirSync(folder)).toEqual(['me.yaml']);
  });

  it('is refused: a loop of links, a path through a file', () => {
    const folder = scratch();
    symlinkSync('b', join(folder, 'a'));
    symlinkSync('a', join(folder, 'b'));
    expect(tried(join(folder, 'a'))).toBe('cannot read …: it is a loop of symbolic links');
    writeFileSync(join(folder, 'file'), '');
    expect(tried(join(folder, 'file/me.yaml'))).toBe('cannot read …: a part of the path is not a folder');
    expect(readdirSync(folder).sort()).toEqual(['a', 'b', 'file']);
  });
});

describe('a work tree', () => {
  it('is found above, also where .git is a file, and nowhere else', () => {
    const folder = scratch();
    mkdirSync(join(folder, 'tree/a/b'), { recursive: true });
    expect(workTreeOf(join(folder, 'tree/a/b/me.yaml'))).toBeUndefined();
    writeFileSync(join(folder, 'tree/.git'), 'gitdir: elsewhere');
    expect(workTreeOf(join(folder, 'tree/a/b/me.yaml'))).toBe(join(folder, 'tree'));
    expect(workTreeOf(join(folder, 'tree/not/there/me.yaml'))).toBe(join(folder, 'tree'));
    expect(workTreeOf(join(folder, 'me.yaml'))).toBeUndefined();
  });
});

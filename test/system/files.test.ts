import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PmrolesError } from '../../src/core/errors.ts';
import { MOST_BYTES } from '../../src/core/size-limit.ts';
import { fileError } from '../../src/system/file-error.ts';
import {
  decodeText,
  ladderFiles,
  readFileBytes,
  readLadderFiles,
  readNamedBytes,
  tooLarge,
} from '../../src/system/files.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pmroles-files-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
/** A new file with the given content. */
function fileOf(content: string | Uint8Array): string {
  const file = join(folder, `file-${made++}.yaml`);
  writeFileSync(file, content);
  return file;
}

/** A new folder with files of the given names. */
function folderOf(...names: readonly string[]): string {
  const path = join(folder, `folder-${made++}`);
  mkdirSync(path);
  for (const name of names) {
    const file = join(path, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, 'id: x\n');
  }
  return path;
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

/** Expects that a file cannot be read, for one reason, said in one sentence. */
function expectUnreadable(file: string, reason: string): void {
  const error = failure(() => readTextFile(file));
  expect(error.code).toBe('read-failed');
  expect(error.message).toBe(`cannot read ${file}: ${reason}`);
  expect(error.location).toEqual({ file });
}

const readTextFile = (file: string, most = 1_000_000): string => decodeText(readFileBytes(file, most), file);

describe('readFileBytes and decodeText', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['text', 'id: é 😀\n', 'id: é 😀\n'],
    ['an empty file', '', ''],
    ['a byte order mark, which it drops', '\ufeffid: x', 'id: x'],
    ['Windows line ends, which it keeps', 'a\r\nb\r', 'a\r\nb\r'],
    ['more than one chunk', 'é'.repeat(200_000), 'é'.repeat(200_000)],
  ])('reads %s', (_what, content, text) => {
    expect(readTextFile(fileOf(content))).toBe(text);
  });

  it('reads a file behind a link', () => {
    const link = join(folder, `link-${made++}.yaml`);
    symlinkSync(fileOf('linked'), link);
    expect(readTextFile(link)).toBe('linked');
  });

  it.runIf(process.platform === 'linux')('reads a file whose size the system reports as nothing', () => {
    expect(readTextFile('/proc/self/status')).toContain('Pid:');
  });

  it('says that there is no such file', () => {
    expectUnreadable(join(folder, 'missing.yaml'), 'there is no such file');
  });

  it('says that a part of the path is not a folder', () => {
    expectUnreadable(join(fileOf('x'), 'y.yaml'), 'a part of the path is not a folder');
  });

  it('says that a name is too long', () => {
    expectUnreadable(join(folder, 'x'.repeat(300)), 'the name is too long');
  });

  it('refuses a folder', () => {
    expectUnreadable(folderOf('a.yaml'), 'it is not a regular file');
  });

  it('refuses a pipe that nobody writes to, without waiting for one', () => {
    const pipe = join(folder, 'pipe.yaml');
    execFileSync('mkfifo', [pipe]);
    expectUnreadable(pipe, 'it is not a regular file');
  });

  it('refuses a socket', async () => {
    const path = join(folder, 'socket.yaml');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    try {
      expectUnreadable(path, 'it is not a file');
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it.each(['/dev/zero', '/dev/null', '/dev/urandom'])('refuses the device %s', (device) => {
    expectUnreadable(device, 'it is not a regular file');
  });

  it('refuses a loop of links', () => {
    const [one, two] = [join(folder, 'one.yaml'), join(folder, 'two.yaml')];
    symlinkSync(one, two);
    symlinkSync(two, one);
    expectUnreadable(one, 'it is a loop of symbolic links');
  });

  it('holds all files of a ladder to the limit together', () => {
    const ladder = join(folder, 'in-slices');
    mkdirSync(ladder);
    for (const name of ['a.yaml', 'b.yaml']) writeFileSync(join(ladder, name), 'x'.repeat(50));
    expect(readLadderFiles(ladder, 100)).toHaveLength(2);
    expect(failure(() => readLadderFiles(ladder, 99)).message).toBe(
      `cannot read ${ladder}: it is larger than 99 bytes`,
    );
  });

  it('reads a file of exactly the limit, and refuses one byte more', () => {
    expect(readTextFile(fileOf('x'.repeat(100)), 100)).toHaveLength(100);
    const file = fileOf('x'.repeat(101));
    const error = failure(() => readTextFile(file, 100));
    expect(error.message).toBe(`cannot read ${file}: it is larger than 100 bytes`);
    expect(error.code).toBe('read-failed');
    // The limit counts bytes, not characters.
    expect(failure(() => readTextFile(fileOf('é'.repeat(51)), 100)).code).toBe('read-failed');
    expect(MOST_BYTES).toBe(64 * 1024 * 1024);
  });

  it('reads bytes as they are, with the same limit', async () => {
    const file = fileOf(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0xff));
    expect([...(await readNamedBytes(file, 6))]).toEqual([0x50, 0x4b, 3, 4, 0, 0xff]);
    await expect(readNamedBytes(file, 5, 'a hint')).rejects.toMatchObject({
      code: 'read-failed',
      message: `cannot read ${file}: it is larger than 5 bytes`,
      hint: 'a hint',
    });
  });

  it('refuses what is not UTF-8', () => {
    const file = fileOf(Uint8Array.of(0x61, 0xe9, 0x0a));
    expectUnreadable(file, 'it is not UTF-8 text');
    expect(failure(() => readTextFile(file)).hint).toBe('save it as UTF-8');
  });

  it('leaves no descriptor open when it refuses', () => {
    const pipe = join(folder, 'another-pipe.yaml');
    execFileSync('mkfifo', [pipe]);
    for (let round = 0; round < 3000; round++) failure(() => readTextFile(pipe));
    expect(readTextFile(fileOf('still here'))).toBe('still here');
  });
});

describe('decodeText', () => {
  it.each([
    ['UTF-16, little end first', Buffer.from('\ufeffid: x', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\ufeffid: x', 'utf16le').swap16()],
    ['UTF-32, little end first', Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0)],
  ])('calls %s by its name', (_what, bytes) => {
    const error = failure(() => decodeText(bytes, 'f'));
    expect(error.message).toBe('cannot read f: it is UTF-16');
    expect(error.hint).toBe('save it as UTF-8');
  });

  it.each([
    ['a lone continuation byte', [0x80]],
    ['an overlong form', [0xc0, 0xaf]],
    ['an overlong form of three bytes', [0xe0, 0x80, 0xaf]],
    ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
    ['a character beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['a byte that UTF-8 never has', [0xfe]],
    ['a character that is cut after one byte', [0x61, 0xc3]],
    ['a character that is cut after two bytes', [0xe2, 0x82]],
    ['a character that is cut after three bytes', [0xf0, 0x9f, 0x98]],
    ['a start without its rest', [0xe2, 0x61, 0x61]],
  ])('refuses %s', (_what, bytes) => {
    expect(failure(() => decodeText(Uint8Array.from(bytes), 'f')).message).toBe('cannot read f: it is not UTF-8 text');
  });

  it('refuses each byte from 80 to FF that stands alone', () => {
    for (let byte = 0x80; byte <= 0xff; byte++) {
      expect(failure(() => decodeText(Uint8Array.of(0x61, byte, 0x61), 'f')).code).toBe('read-failed');
    }
  });
});

describe('ladderFiles', () => {
  it('takes a file as it is, whatever it is called', () => {
    const file = fileOf('x');
    expect(ladderFiles(file)).toEqual([file]);
    expect(ladderFiles('/dev/null')).toEqual(['/dev/null']);
  });

  it('finds the ladder files of a folder at any depth, in one order on every machine', () => {
    const path = folderOf(
      'b.yaml',
      'a.yml',
      'B.YAML',
      'c.json',
      'roles/z.yaml',
      'roles/deep/er/y.yaml',
      'readme.md',
      'yaml',
      'x.yaml.bak',
      '.hidden.yaml',
      '.git/config.yaml',
    );
    expect(ladderFiles(path).map((file) => file.slice(path.length + 1))).toEqual([
      'B.YAML',
      'a.yml',
      'b.yaml',
      'c.json',
      'roles/deep/er/y.yaml',
      'roles/z.yaml',
    ]);
  });

  it('follows no link to a folder, so that a loop of them does no harm', () => {
    const path = folderOf('a.yaml');
    symlinkSync(path, join(path, 'loop'));
    symlinkSync('..', join(path, 'up.yaml.d'));
    symlinkSync(folderOf('b.yaml'), join(path, 'elsewhere.yaml'));
    expect(ladderFiles(path)).toEqual([join(path, 'a.yaml')]);
  });

  it('follows a link to a file, and does not pass over one that leads nowhere', () => {
    const path = folderOf('a.yaml');
    symlinkSync(fileOf('id: x'), join(path, 'b.yaml'));
    symlinkSync('nowhere', join(path, 'c.yaml'));
    expect(ladderFiles(path)).toEqual(['a.yaml', 'b.yaml', 'c.yaml'].map((name) => join(path, name)));
    expect(failure(() => readTextFile(join(path, 'c.yaml'))).message).toMatch(/: there is no such file$/);
  });

  it('passes over schemas and the files of other tools, by their names', () => {
    const others = [
      'ladder.schema.json',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'tsconfig.build.json',
      'docker-compose.yml',
      'compose.override.yaml',
      'pnpm-lock.yaml',
      'node_modules/x/a.yaml',
      '.github/workflows/ci.yml',
    ];
    const ours = ['compose-roles.yaml', 'package.yaml', 'roles.json', 'schema.json', 'sub/tsconfig.yaml'];
    const path = folderOf(...others, ...ours);
    expect(ladderFiles(path).map((file) => file.slice(path.length + 1))).toEqual(ours);
    // One that is named is read, whatever it is called.
    expect(ladderFiles(join(path, 'package.json'))).toEqual([join(path, 'package.json')]);
  });

  it.each(['skills.csv', 'our skills.TSV', 'ladder.xlsx'])('leads from the table %s to import', (name) => {
    const table = join(folder, name);
    writeFileSync(table, 'Role;Skill\n');
    const error = failure(() => ladderFiles(table));
    expect(error.message).toBe(`${table} is a table, not a ladder`);
    expect(error.hint).toMatch(/^make a ladder of it: pmroles import '?\//);
  });

  it('says that a folder holds no ladder file', () => {
    const path = folderOf('readme.md');
    const error = failure(() => ladderFiles(path));
    expect(error).toMatchObject({ code: 'read-failed', message: `the folder ${path} holds no ladder file` });
    expect(error.hint).toContain('.yaml');
  });

  it('says that there is no such file', () => {
    const path = join(folder, 'nowhere');
    expect(failure(() => ladderFiles(path)).message).toBe(`cannot read ${path}: there is no such file`);
  });
});

describe('fileError', () => {
  it('keeps an error that is one of ours', () => {
    const error = tooLarge('f', 3);
    expect(fileError('g', error, 'write')).toBe(error);
  });

  it('tells reading from writing, and keeps the cause', () => {
    const cause = Object.assign(new Error('EACCES: permission denied, open'), { code: 'EACCES' });
    expect(fileError('f', cause, 'read')).toMatchObject({
      code: 'read-failed',
      message: 'cannot read f: permission denied',
      cause,
    });
    expect(fileError('f', cause, 'write')).toMatchObject({
      code: 'write-failed',
      message: 'cannot write f: permission denied',
    });
  });

  it("repeats the system's words for what it does not know", () => {
    expect(fileError('f', new Error('odd'), 'read').message).toBe('cannot read f: odd');
    expect(fileError('f', 'odder', 'read').message).toBe('cannot read f: odder');
  });
});

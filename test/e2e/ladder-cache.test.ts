/**
 * What is kept of a ladder between runs: it only ever saves time.
 */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sizeLimit } from '../../src/core/size-limit.ts';
import { LEVELLED_YAML, PLAIN_YAML } from '../support/ladders.ts';
import { bash, BIN, cleanEnv, type Ended, pmroles } from '../support/program.ts';

interface Place {
  readonly file: string;
  readonly cache: string;
  readonly run: (...args: string[]) => Ended;
  /** The ladders that are kept. */
  readonly kept: () => string[];
}

function place(text = PLAIN_YAML): Place {
  const folder = mkdtempSync(join(tmpdir(), 'pmroles-cache-'));
  const [file, cache] = [join(folder, 'ladder.yaml'), join(folder, 'cache')];
  writeFileSync(file, text);
  return {
    file,
    cache,
    run: (...args) => pmroles([...args, '--data', file], { XDG_CACHE_HOME: cache, PMROLES_NO_CACHE: '' }),
    kept: () => readdirSync(join(cache, 'pmroles')).filter((name) => name.endsWith('.ladder')),
  };
}

describe('a kept ladder', () => {
  it('gives every answer that the ladder itself gives', () => {
    const { run, kept } = place(LEVELLED_YAML);
    for (const line of ['list', 'list --json', 'sources', 'quiz --list --json']) {
      const args = line.split(' ');
      const cold = run(...args, '--no-cache');
      expect(cold.code).toBe(0);
      expect(run(...args)).toEqual(cold);
      expect(run(...args)).toEqual(cold);
    }
    expect(kept()).toHaveLength(1);
  });

  it('is for this user alone', () => {
    const { run, cache, kept } = place();
    run('list');
    expect(statSync(join(cache, 'pmroles')).mode & 0o777).toBe(0o700);
    expect(statSync(join(cache, 'pmroles', kept()[0]!)).mode & 0o777).toBe(0o600);
  });

  it('goes by the content: a changed ladder is read anew, even when its date says otherwise', () => {
    const { run, file, kept } = place();
    const { mtime } = statSync(file);
    expect(run('list').stdout).toContain('Baker');
    writeFileSync(file, PLAIN_YAML.replace('title: Baker\n', 'title: Baxter\n'));
    utimesSync(file, mtime, mtime);
    expect(run('list').stdout).toContain('Baxter');
    expect(kept()).toHaveLength(2);
  });

  it('is not kept of a ladder that cannot be used', () => {
    const { run, cache } = place('id: l\n');
    expect(run('list').code).toBe(3);
    expect(() => readdirSync(join(cache, 'pmroles'))).toSatisfy((read: () => string[]) => {
      try {
        return read().every((name) => !name.endsWith('.ladder'));
      } catch {
        return true;
      }
    });
  });

  it('keeps its warnings', () => {
    const { run } = place(`${PLAIN_YAML}\nsources: [{ id: A, title: A }]\n`);
    const cold = run('list');
    expect(cold.stderr).toMatch(/ladder\.yaml:\d+:\d+: /);
    expect(run('list')).toEqual(cold);
  });

  it('is read in the place of the ladder, but for --no-cache', () => {
    const { run, cache, kept } = place();
    const sound = run('list');
    const file = join(cache, 'pmroles', kept()[0]!);
    const other = readFileSync(file, 'utf8').replaceAll('Baker', 'Brewer');
    writeFileSync(file, other);
    expect(run('list').stdout).toContain('Brewer');
    expect(run('list', '--no-cache')).toEqual(sound);
    expect(readFileSync(file, 'utf8')).toBe(other);
  });

  it('is not kept with --no-cache', () => {
    const { run, cache } = place();
    expect(run('list', '--no-cache').code).toBe(0);
    const files = existsSync(cache) ? readdirSync(cache, { recursive: true, encoding: 'utf8' }) : [];
    expect(files.filter((name) => name.includes('.ladder'))).toEqual([]);
  });

  it('is read anew when it is damaged, cut short or another file', () => {
    const { run, cache, kept } = place();
    const sound = run('list');
    const file = join(cache, 'pmroles', kept()[0]!);
    const text = readFileSync(file, 'utf8');
    const { ladder } = JSON.parse(text) as { readonly ladder: unknown };
    const older = text.replace(/"form":"[^"]*"/, '"form":"pmroles-ladder-2"');
    expect(older).not.toBe(text);
    const cut = [0, 1, text.length >> 1, text.length - 1].map((length) => text.slice(0, length));
    const foreign = ['garbage\n{}', 'null', '42', '[]', '{}', '"text"', '['.repeat(100_000), '\0'.repeat(100)];
    for (const damaged of [...cut, ...foreign, older, JSON.stringify(ladder), `${text}}`]) {
      writeFileSync(file, damaged);
      expect(run('list'), damaged.slice(0, 50)).toEqual(sound);
      // And is mended on the way.
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
  });

  it('is done without where a folder lies in its place', () => {
    const { run, cache, kept } = place();
    const sound = run('list');
    const file = join(cache, 'pmroles', kept()[0]!);
    bash(`rm '${file}'`);
    mkdirSync(file);
    expect(run('list')).toEqual(sound);
    expect(statSync(file).isDirectory()).toBe(true);
    expect(readdirSync(join(cache, 'pmroles')).filter((name) => name.includes('.ladder.'))).toEqual([]);
  });

  it('does without where nothing can be kept', () => {
    const { run, cache, file } = place();
    const sound = run('list', '--no-cache');
    mkdirSync(cache);
    writeFileSync(join(cache, 'pmroles'), 'a file where the folder should be');
    expect(run('list')).toEqual(sound);
    for (const home of ['/dev/null', '/proc/self', '/proc/nothing']) {
      expect(pmroles(['list', '--data', file], { XDG_CACHE_HOME: home, PMROLES_NO_CACHE: '' })).toEqual(sound);
    }
  });

  it('writes through no link', () => {
    const { run, cache, kept } = place();
    run('list');
    const file = join(cache, 'pmroles', kept()[0]!);
    const victim = join(cache, 'victim');
    writeFileSync(victim, 'precious');
    bash(`rm '${file}'`);
    symlinkSync(victim, file);
    expect(run('list').code).toBe(0);
    expect(readFileSync(victim, 'utf8')).toBe('precious');
  });

  it('makes room: no more than sixteen ladders are kept, the last used ones', () => {
    const { run, file, kept } = place();
    for (let index = 0; index < 18; index++) {
      writeFileSync(file, PLAIN_YAML.replace('title: Bakery', `title: Bakery ${index}`));
      expect(run('list').stdout).toContain(`Bakery ${index}`);
    }
    expect(kept()).toHaveLength(16);
  });

  it('makes room: no more than 512 MiB are kept', () => {
    const { run, cache, kept } = place();
    const folder = join(cache, 'pmroles');
    mkdirSync(folder, { recursive: true });
    for (const [name, age] of [
      ['new', 10],
      ['old', 20],
    ] as const) {
      // Nothing but holes: it takes no room on the disk.
      writeFileSync(join(folder, `${name}.ladder`), '');
      truncateSync(join(folder, `${name}.ladder`), 300 * 1024 * 1024);
      utimesSync(join(folder, `${name}.ladder`), new Date(), new Date(Date.now() - age * 1000));
    }
    expect(run('list').code).toBe(0);
    expect(kept()).toHaveLength(2);
    expect(kept()).toContain('new.ladder');
  });

  it('sweeps up what killed runs left behind', () => {
    const { run, cache } = place();
    const folder = join(cache, 'pmroles');
    mkdirSync(folder, { recursive: true });
    const hours = (name: string, age: number): string => {
      writeFileSync(join(folder, name), '');
      utimesSync(join(folder, name), new Date(), new Date(Date.now() - age * 3_600_000));
      return name;
    };
    const gone = [hours('abc.ladder.0f8fad5b-d9cb-469f-a165-70867728950e', 2)];
    const left = [hours('def.ladder.0f8fad5b-d9cb-469f-a165-70867728950e', 0.5), hours('notes.txt', 999)];
    expect(run('list').code).toBe(0);
    const names = readdirSync(folder);
    expect(names.filter((name) => gone.includes(name))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(left));
  });

  it('survives being written by many at once, and leaves nothing half done', async () => {
    const { file, cache, kept } = place(LEVELLED_YAML);
    const runs = Array.from({ length: 12 }, async () => {
      const child = spawn(process.execPath, [BIN, 'list', '--data', file], {
        env: { ...cleanEnv(), PMROLES_NO_CACHE: '', XDG_CACHE_HOME: cache },
      });
      let out = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
      const code = await new Promise((resolve) => child.on('close', resolve));
      return { code, out };
    });
    const ended = await Promise.all(runs);
    expect(new Set(ended.map(({ code, out }) => `${String(code)} ${out}`)).size).toBe(1);
    expect(kept()).toHaveLength(1);
    expect(readdirSync(join(cache, 'pmroles')).filter((name) => !/\.(?:ladder|bin)$/.test(name))).toEqual([]);
  });

  it('is whole or not there, whenever the program is killed', async () => {
    const { file, cache, run } = place(LEVELLED_YAML);
    const sound = run('list', '--no-cache');
    for (let index = 0; index < 12; index++) {
      const child = spawn(process.execPath, [BIN, 'list', '--data', file], {
        env: { ...cleanEnv(), PMROLES_NO_CACHE: '', XDG_CACHE_HOME: cache },
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => child.on('close', resolve));
      await new Promise((resolve) => setTimeout(resolve, 40 + index * 12));
      child.kill('SIGKILL');
      await ended;
      expect(run('list')).toEqual(sound);
      bash(`rm -f '${cache}'/pmroles/*.ladder`);
    }
  });

  it('is given up on where a file may not grow that far', () => {
    const { file, cache } = place(LEVELLED_YAML);
    // In blocks of 1024 bytes: the program's answer fits, what it would keep does not.
    const { code, stdout } = bash(`ulimit -f 2; trap '' XFSZ; pmroles list --data '${file}' | cat`, {
      XDG_CACHE_HOME: cache,
      PMROLES_NO_CACHE: '',
    });
    expect(code).toBe(0);
    expect(stdout).toContain('→ journeyman');
  });
});

describe('a ladder on standard input', () => {
  it('is read to its end', () => {
    const { file } = place();
    const piped = bash(`cat '${file}' | pmroles list --data -`);
    expect(piped).toMatchObject({ code: 0, stdout: pmroles(['list', '--data', file]).stdout });
  });

  it('is spoken of as <stdin>', () => {
    expect(bash(`echo 'id: [' | pmroles list --data -`)).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(
        /^pmroles: the ladder <stdin> cannot be used: one error\n {2}<stdin>:1:5: /,
      ) as string,
    });
  });

  it('is held to the same size', () => {
    const { code, stderr } = bash(`yes | head -c 5000 | pmroles list --data -`, { PMROLES_MAX_BYTES: '1000' });
    expect({ code, stderr }).toEqual({
      code: 4,
      stderr:
        'pmroles: cannot read standard input: it is larger than 1000 bytes\n  PMROLES_MAX_BYTES sets another limit\n',
    });
  });
});

it('names the limit on the size of a ladder, and how to raise it', () => {
  const { file } = place();
  const { code, stderr } = pmroles(['list', '--data', file], { PMROLES_MAX_BYTES: '100' });
  expect(code).toBe(4);
  expect(stderr).toBe(
    `pmroles: cannot read ${file}: it is larger than 100 bytes\n  PMROLES_MAX_BYTES sets another limit\n`,
  );
});

it.each(['10MBytes', '-1', '0', '1.5M', 'much'])('refuses %j as the limit on the size of a ladder', (limit) => {
  const { code, stderr } = pmroles(['list', '--data', place().file], { PMROLES_MAX_BYTES: limit });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `pmroles: PMROLES_MAX_BYTES is "${limit}", expected a number of bytes\n  for example: PMROLES_MAX_BYTES=200M, which is 200 times 1024 times 1024\n`,
  });
});

it.each([
  ['1k', 1024],
  ['2KiB', 2048],
  ['1 kb', 1024],
  ['', 64 * 1024 * 1024],
  ['3G', 3 * 1024 ** 3],
])('reads %j as a limit of %d bytes', (limit, bytes) => {
  expect(sizeLimit({ PMROLES_MAX_BYTES: limit }).most).toBe(bytes);
});

it('shows a few warnings, and counts many in one line, also those beyond a thousand', () => {
  const sized = (count: number): Place => {
    const roles = Array.from({ length: count }, (_, n) => `  - { id: r${n}, title: Same, rank: ${n} }\n`);
    return place(`id: l\ntitle: L\nroles:\n${roles.join('')}`);
  };
  const few = sized(11).run('list').stderr;
  expect(few.match(/^.*ladder\.yaml:\d+:\d+: .*$/gm)).toHaveLength(10);
  expect(few.split('\n')).toHaveLength(11);
  for (const count of [12, 2102]) {
    const { run, file } = sized(count);
    const line = `the ladder has ${count - 1} warnings; see: pmroles validate ${file}\n`;
    // Once from the text, once from what was kept of it.
    for (const turn of ['cold', 'warm']) expect(run('list').stderr, turn).toBe(line);
  }
});

describe('a command in the place of a file', () => {
  const big = `${PLAIN_YAML}${'# filled up\n'.repeat(100_000)}`;

  it('is read to its end', () => {
    const { file } = place(big);
    const { code, stdout, stderr } = bash(`pmroles list --data <(cat '${file}')`);
    expect({ code, stdout, stderr }).toEqual(pmroles(['list', '--data', file]));
    expect(bash(`cat '${file}' | pmroles list --data /dev/stdin`).stdout).toBe(stdout);
  });

  it('is held to the limit', () => {
    const { code, stderr } = bash(`pmroles list --data <(yes | head -c 5000)`, { PMROLES_MAX_BYTES: '1k' });
    expect(code).toBe(4);
    expect(stderr).toContain('it is larger than 1024 bytes');
  });
});

it('exports standard input as it came', () => {
  const text = PLAIN_YAML.replace('title: Bakery', '# A comment.\ntitle:   Bakery');
  const { file } = place(text);
  expect(bash(`pmroles export --data - < '${file}'`).stdout).toBe(text);
});

it('calls standard input by one name', () => {
  const { stdout } = bash('echo "id: [" | pmroles validate -');
  expect(stdout).toMatch(/^Check of <stdin>\n/);
});
